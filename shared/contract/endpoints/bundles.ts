import { homecomingViewSchema, takeHomecomingSchema } from '../api/bundles.js'
import type { Endpoint } from './endpoint.js'

/** Screens without a network. GET /bundles answers a file and stands apart. */
export const bundlesEndpoints = {
  takeHomecoming: {
    method: 'POST',
    path: '/homecomings',
    access: 'signed-in',
    summary: 'Take in, once, what a stick brought home from a screen',
    body: takeHomecomingSchema,
    output: homecomingViewSchema,
    leavesNoLine: 'the same one again changes nothing; the first leaves a line',
    errors: [
      'screen.not_found',
      'area.not_found',
      'seal.malformed',
      'seal.bad_seal',
    ],
  },
} as const satisfies Record<string, Endpoint>
