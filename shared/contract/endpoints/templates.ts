import { z } from 'zod'
import { previewRequestSchema, previewViewSchema } from '../api/bulletins.js'
import { templateViewSchema } from '../template.js'
import type { Endpoint } from './endpoint.js'

export const templatesEndpoints = {
  listTemplates: {
    method: 'GET',
    path: '/templates',
    access: 'signed-in',
    summary: 'Templates with their field schemas and samples',
    output: z.object({ templates: z.array(templateViewSchema) }),
    errors: [],
  },
  preview: {
    method: 'POST',
    path: '/previews',
    access: 'signed-in',
    leavesNoLine: 'reads only: what would be shown',
    summary: 'The real slide of unsaved fields',
    body: previewRequestSchema,
    output: previewViewSchema,
    errors: [
      'template.not_found',
      'bulletin.fields_invalid',
      'media.not_found',
    ],
  },
} as const satisfies Record<string, Endpoint>
