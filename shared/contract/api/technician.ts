import { z } from 'zod'
import { idSchema, instantSchema } from '../primitives.js'
import { technicianPinSchema } from '../technician-pin.js'

export const technicianPlaceSchema = z.object({
  kind: z.enum(['screen', 'area']),
  id: idSchema,
})

/** PUT /api/v1/technician-pin. Null takes it away. */
export const setTechnicianPinSchema = z.object({
  place: technicianPlaceSchema,
  pin: technicianPinSchema.nullable(),
})
export type SetTechnicianPin = z.infer<typeof setTechnicianPinSchema>

/** The PIN itself is nowhere; what is known is who set one. */
export const technicianPinViewSchema = z.object({
  /** `above`: an area above this place has set it. */
  from: z.enum(['here', 'above', 'nobody']),
  setAt: instantSchema.nullable(),
  areaName: z.string().nullable(),
})
export type TechnicianPinView = z.infer<typeof technicianPinViewSchema>
