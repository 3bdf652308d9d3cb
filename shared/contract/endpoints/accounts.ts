import { meViewSchema } from '../api/accounts.js'
import type { Endpoint } from './endpoint.js'

export const accountsEndpoints = {
  me: {
    method: 'GET',
    path: '/me',
    access: 'signed-in',
    summary: 'Who is signed in and what they may do where',
    output: meViewSchema,
    errors: [],
  },
} as const satisfies Record<string, Endpoint>
