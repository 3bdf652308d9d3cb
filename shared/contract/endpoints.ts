import type { z } from 'zod'
import { accountsEndpoints } from './endpoints/accounts.js'
import { agendaEndpoints } from './endpoints/agenda.js'
import { areasEndpoints } from './endpoints/areas.js'
import { auditEndpoints } from './endpoints/audit.js'
import { bundlesEndpoints } from './endpoints/bundles.js'
import { bulletinsEndpoints } from './endpoints/bulletins.js'
import { capEndpoints } from './endpoints/cap.js'
import { correctionsEndpoints } from './endpoints/corrections.js'
import { groupsEndpoints } from './endpoints/groups.js'
import { mediaEndpoints } from './endpoints/media.js'
import { noticesEndpoints } from './endpoints/notices.js'
import { operatorEndpoints } from './endpoints/operator.js'
import { ownAccountEndpoints } from './endpoints/own-account.js'
import { peopleEndpoints } from './endpoints/people.js'
import { reportsEndpoints } from './endpoints/reports.js'
import { screensEndpoints } from './endpoints/screens.js'
import { tokensEndpoints } from './endpoints/tokens.js'
import { technicianEndpoints } from './endpoints/technician.js'
import { templatesEndpoints } from './endpoints/templates.js'
import type { Endpoint } from './endpoints/endpoint.js'

export type { Endpoint }

/** Every endpoint, room by room. */
export const ENDPOINTS = {
  ...agendaEndpoints,
  ...accountsEndpoints,
  ...areasEndpoints,
  ...auditEndpoints,
  ...bulletinsEndpoints,
  ...capEndpoints,
  ...bundlesEndpoints,
  ...correctionsEndpoints,
  ...groupsEndpoints,
  ...mediaEndpoints,
  ...noticesEndpoints,
  ...operatorEndpoints,
  ...ownAccountEndpoints,
  ...peopleEndpoints,
  ...reportsEndpoints,
  ...screensEndpoints,
  ...technicianEndpoints,
  ...templatesEndpoints,
  ...tokensEndpoints,
} as const satisfies Record<string, Endpoint>

export type EndpointName = keyof typeof ENDPOINTS

/** What a caller sends, before the server's defaults are filled in. */
export type BodyOf<N extends EndpointName> = (typeof ENDPOINTS)[N] extends {
  body: infer B extends z.ZodType
}
  ? z.input<B>
  : undefined
export type QueryOf<N extends EndpointName> = (typeof ENDPOINTS)[N] extends {
  query: infer Q extends z.ZodType
}
  ? z.input<Q>
  : undefined
export type OutputOf<N extends EndpointName> = z.output<
  (typeof ENDPOINTS)[N]['output']
>
