import { z } from 'zod'
import {
  auditExportQuerySchema,
  auditListSchema,
  auditProofSchema,
  auditQuerySchema,
  auditRetentionSchema,
  changeAuditRetentionSchema,
} from '../api/audit.js'
import type { Endpoint } from './endpoint.js'

export const auditEndpoints = {
  listAudit: {
    method: 'GET',
    path: '/audit',
    access: 'signed-in',
    summary: 'Who did what to which thing, when and from where; newest first',
    query: auditQuerySchema,
    output: auditListSchema,
    errors: ['area.not_found'],
  },
  exportAudit: {
    method: 'GET',
    path: '/audit/export',
    access: 'signed-in',
    summary: 'All lines of a filter as one CSV or JSON file, oldest first',
    query: auditExportQuerySchema,
    output: z.null(),
    streams: ['text/csv', 'application/json'],
    errors: ['area.not_found'],
  },
  proveAudit: {
    method: 'GET',
    path: '/audit/proof',
    access: 'signed-in',
    summary: 'Walk the whole chain and name the first broken line',
    output: auditProofSchema,
    errors: [],
  },
  getAuditRetention: {
    method: 'GET',
    path: '/audit/retention',
    access: 'signed-in',
    summary: 'How long lines are kept, and up to which one they are sealed',
    output: auditRetentionSchema,
    errors: [],
  },
  changeAuditRetention: {
    method: 'PUT',
    path: '/audit/retention',
    access: 'signed-in',
    summary: 'Keep lines for so many months; cuts only at sealed checkpoints',
    body: changeAuditRetentionSchema,
    output: auditRetentionSchema,
    errors: [],
  },
} as const satisfies Record<string, Endpoint>
