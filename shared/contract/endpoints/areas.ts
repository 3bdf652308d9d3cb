import { areaListSchema } from '../api/areas.js'
import type { Endpoint } from './endpoint.js'

export const areasEndpoints = {
  listAreas: {
    method: 'GET',
    path: '/areas',
    access: 'signed-in',
    summary: 'The area tree, parents before children',
    output: areaListSchema,
    errors: [],
  },
} as const satisfies Record<string, Endpoint>
