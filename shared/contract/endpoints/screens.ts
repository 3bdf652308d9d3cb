import { z } from 'zod'
import {
  claimScreenSchema,
  onScreenViewSchema,
  pairingViewSchema,
  screenListSchema,
  screenSettingsSchema,
  screenViewSchema,
} from '../api/screens.js'
import { instantSchema } from '../primitives.js'
import type { Endpoint } from './endpoint.js'

export const screensEndpoints = {
  listScreens: {
    method: 'GET',
    path: '/screens',
    access: 'signed-in',
    summary: 'Screens, those that need a person first',
    output: screenListSchema,
    errors: [],
  },
  getScreen: {
    method: 'GET',
    path: '/screens/:id',
    access: 'signed-in',
    summary: 'One screen',
    output: screenViewSchema,
    errors: ['screen.not_found'],
  },
  saveScreen: {
    method: 'PUT',
    path: '/screens/:id',
    access: 'signed-in',
    summary: 'Change what a person decides about a screen',
    body: screenSettingsSchema,
    output: screenViewSchema,
    errors: ['screen.not_found', 'area.not_found'],
  },
  revokeScreen: {
    method: 'POST',
    path: '/screens/:id/revoke',
    access: 'signed-in',
    summary: 'Its assertion dies at once; it can fetch nothing',
    output: screenViewSchema,
    errors: ['screen.not_found', 'area.not_found'],
  },
  onScreen: {
    method: 'GET',
    path: '/screens/:id/on',
    access: 'signed-in',
    summary: 'What is on this screen at an instant, and why',
    query: z.object({ at: instantSchema.optional() }),
    output: onScreenViewSchema,
    errors: ['screen.not_found', 'screen.not_ready', 'area.not_found'],
  },
  getPairing: {
    method: 'GET',
    path: '/pairings/:code',
    access: 'signed-in',
    summary: 'What stands behind a pairing code',
    output: pairingViewSchema,
    errors: ['pairing.not_found', 'pairing.expired'],
  },
  claimScreen: {
    method: 'POST',
    path: '/screens/claim',
    access: 'signed-in',
    summary: 'Pair the screen that shows this code',
    body: claimScreenSchema,
    output: screenViewSchema,
    errors: ['pairing.not_found', 'pairing.expired', 'area.not_found'],
  },
} as const satisfies Record<string, Endpoint>
