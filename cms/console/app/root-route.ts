// The frame of every page, and what addresses have in common.
import { createRootRoute } from '@tanstack/react-router'
import { z } from 'zod'
import { MissingPage, BrokenPage } from './missing-page.js'
import { Shell } from './shell.js'

// A word in the address that fits nothing is left out, never an error page.
export const textSchema = z.string().max(200).optional().catch(undefined)

export const root = createRootRoute({
  component: Shell,
  notFoundComponent: MissingPage,
  errorComponent: BrokenPage,
})
