import {
  setTechnicianPinSchema,
  technicianPinViewSchema,
  technicianPlaceSchema,
} from '../api/technician.js'
import type { Endpoint } from './endpoint.js'

export const technicianEndpoints = {
  getTechnicianPin: {
    method: 'GET',
    path: '/technician-pin',
    access: 'signed-in',
    summary: 'Whose technician’s PIN holds for a screen or an area',
    query: technicianPlaceSchema,
    output: technicianPinViewSchema,
    errors: ['screen.not_found', 'area.not_found'],
  },
  setTechnicianPin: {
    method: 'PUT',
    path: '/technician-pin',
    access: 'signed-in',
    summary: 'Set or remove the technician’s PIN of a screen or an area',
    body: setTechnicianPinSchema,
    output: technicianPinViewSchema,
    errors: ['screen.not_found', 'area.not_found'],
  },
} as const satisfies Record<string, Endpoint>
