import { z } from 'zod'
import { instantSchema } from '../primitives.js'
import { bulletinSummarySchema } from './bulletins.js'

/** GET /api/v1/agenda?hours= */
export const agendaQuerySchema = z.object({
  /** How far ahead it looks: an hour to two weeks. */
  hours: z.coerce.number().int().min(1).max(336).default(72),
})
export type AgendaQuery = z.infer<typeof agendaQuerySchema>

const turnSchema = z.object({
  at: instantSchema,
  bulletin: bulletinSummarySchema,
})
export type AgendaTurn = z.infer<typeof turnSchema>

/** What starts and ends soon, the soonest first; at most 50 of each. */
export const agendaSchema = z.object({
  at: instantSchema,
  until: instantSchema,
  /** All that screens may show now. */
  live: z.number().int().nonnegative(),
  starts: z.array(turnSchema),
  ends: z.array(turnSchema),
})
export type Agenda = z.infer<typeof agendaSchema>
