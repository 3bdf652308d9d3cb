import {
  operatorAccountMadeSchema,
  operatorAccountSchema,
  operatorAuditSchema,
  operatorBackupSchema,
  operatorFreezeSchema,
  operatorNamedSchema,
  operatorPasswordResetSchema,
  operatorPasswordSchema,
} from '../api/operator.js'
import type { Endpoint } from './endpoint.js'

export const operatorEndpoints = {
  operatorCreateAccount: {
    method: 'POST',
    path: '/operator/accounts',
    access: 'signed-in',
    summary: 'Operator of the machine: make an account',
    body: operatorAccountSchema,
    output: operatorAccountMadeSchema,
    errors: [
      'account.name_taken',
      'account.name_invalid',
      'account.name_lookalike',
      'account.weak_password',
      'area.not_found',
    ],
  },
  operatorResetPassword: {
    method: 'POST',
    path: '/operator/passwords',
    access: 'signed-in',
    summary: 'Operator of the machine: give a person a new password',
    body: operatorPasswordSchema,
    output: operatorPasswordResetSchema,
    errors: ['account.not_found', 'account.frozen', 'account.weak_password'],
  },
  operatorFreeze: {
    method: 'POST',
    path: '/operator/freezes',
    access: 'signed-in',
    summary: 'Operator of the machine: lock an account, or open it again',
    body: operatorFreezeSchema,
    output: operatorNamedSchema,
    errors: ['account.not_found', 'account.last_administrator'],
  },
  operatorBackUp: {
    method: 'POST',
    path: '/operator/backups',
    access: 'signed-in',
    leavesNoLine: 'reads only: a copy on the machine itself, told in its log',
    summary: 'Operator of the machine: back up the database now',
    output: operatorBackupSchema,
    errors: ['store.full'],
  },
  operatorVerifyAudit: {
    method: 'GET',
    path: '/operator/audit',
    access: 'signed-in',
    summary: 'Operator of the machine: prove the chain of the audit',
    output: operatorAuditSchema,
    errors: [],
  },
} as const satisfies Record<string, Endpoint>
