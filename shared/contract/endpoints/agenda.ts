import { agendaQuerySchema, agendaSchema } from '../api/agenda.js'
import type { Endpoint } from './endpoint.js'

export const agendaEndpoints = {
  getAgenda: {
    method: 'GET',
    path: '/agenda',
    access: 'signed-in',
    summary: 'What is live, and what starts and ends soon, where one serves',
    query: agendaQuerySchema,
    output: agendaSchema,
    errors: [],
  },
} as const satisfies Record<string, Endpoint>
