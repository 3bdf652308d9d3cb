import { z } from 'zod'
import {
  playExportQuerySchema,
  playReportQuerySchema,
  playReportSchema,
} from '../api/reports.js'
import type { Endpoint } from './endpoint.js'

export const reportsEndpoints = {
  reportPlays: {
    method: 'GET',
    path: '/reports/plays',
    access: 'signed-in',
    summary: 'What screens really showed, added up over days',
    query: playReportQuerySchema,
    output: playReportSchema,
    errors: ['area.not_found'],
  },
  exportPlays: {
    method: 'GET',
    path: '/reports/plays/export',
    access: 'signed-in',
    summary: 'The same as a table to keep: CSV or XLSX',
    query: playExportQuerySchema,
    output: z.null(),
    streams: [
      'text/csv',
      'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    ],
    errors: ['area.not_found'],
  },
} as const satisfies Record<string, Endpoint>
