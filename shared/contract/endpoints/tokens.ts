import { doneSchema } from '../api/own-account.js'
import {
  madeTokenSchema,
  makeTokenSchema,
  tokenListSchema,
} from '../api/tokens.js'
import type { Endpoint } from './endpoint.js'

export const tokensEndpoints = {
  listOwnTokens: {
    method: 'GET',
    path: '/me/tokens',
    access: 'signed-in',
    summary: 'API tokens of the own account, the newest first',
    output: tokenListSchema,
    errors: [],
  },
  makeToken: {
    method: 'POST',
    path: '/me/tokens',
    access: 'signed-in',
    summary: 'Make an API token; its secret is shown this once',
    body: makeTokenSchema,
    output: madeTokenSchema,
    answersSecret: true,
    errors: [
      'token.bad_expiry',
      'token.too_much',
      'token.too_many',
      'area.not_found',
    ],
  },
  revokeOwnToken: {
    method: 'DELETE',
    path: '/me/tokens/:id',
    access: 'signed-in',
    summary: 'Revoke an API token of the own account, for good',
    output: doneSchema,
    errors: ['token.not_found'],
  },
  listPersonTokens: {
    method: 'GET',
    path: '/people/:id/tokens',
    access: 'signed-in',
    summary: 'API tokens of a person one looks after',
    output: tokenListSchema,
    errors: ['account.not_found'],
  },
  revokePersonToken: {
    method: 'DELETE',
    path: '/people/:id/tokens/:tokenId',
    access: 'signed-in',
    summary: 'Revoke an API token of a person one looks after',
    output: doneSchema,
    errors: ['account.not_found', 'token.not_found'],
  },
} as const satisfies Record<string, Endpoint>
