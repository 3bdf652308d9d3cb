import { meViewSchema } from '../api/accounts.js'
import { ownActsSchema } from '../api/permissions.js'
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
  myActs: {
    method: 'GET',
    path: '/me/acts',
    access: 'signed-in',
    summary: 'Every act the signed-in person may do, and over which areas',
    output: ownActsSchema,
    errors: [],
  },
} as const satisfies Record<string, Endpoint>
