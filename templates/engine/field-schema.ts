import { z } from 'zod'

/** What of JSON Schema 2020-12 the fields of a template use. */
export type FieldSchema = {
  type?: string | undefined
  title?: string | undefined
  description?: string | undefined
  format?: string | undefined
  enum?: unknown[] | undefined
  pattern?: string | undefined
  maxLength?: number | undefined
  maxItems?: number | undefined
  required?: string[] | undefined
  additionalProperties?: unknown
  properties?: Record<string, FieldSchema> | undefined
  items?: FieldSchema | undefined
  /** Each row has another value here; rows are kept by it. */
  'x-unique'?: string | undefined
  'x-widget'?: string | undefined
  /** What people read for each value of `enum`, by language. */
  'x-labels'?: Record<string, Record<string, string>> | undefined
  /** Not typed by a person: the notice itself says it. */
  'x-set-by'?: string | undefined
  'x-en'?:
    { title?: string | undefined; description?: string | undefined } | undefined
  [keyword: string]: unknown
}

const fieldSchema: z.ZodType<FieldSchema> = z.lazy(() =>
  z.looseObject({
    type: z.string().optional(),
    title: z.string().optional(),
    description: z.string().optional(),
    format: z.string().optional(),
    enum: z.array(z.unknown()).optional(),
    pattern: z.string().optional(),
    maxLength: z.number().int().positive().optional(),
    maxItems: z.number().int().positive().optional(),
    required: z.array(z.string()).optional(),
    additionalProperties: z.unknown().optional(),
    properties: z.record(z.string(), fieldSchema).optional(),
    items: fieldSchema.optional(),
    'x-unique': z.string().optional(),
    'x-widget': z.string().optional(),
    'x-labels': z
      .record(z.string(), z.record(z.string(), z.string()))
      .optional(),
    'x-set-by': z.string().optional(),
    'x-en': z
      .object({ title: z.string(), description: z.string() })
      .partial()
      .optional(),
  }),
)

/** The schema in its narrow shape, or null when it is none. */
export function readFieldSchema(value: unknown): FieldSchema | null {
  const parsed = fieldSchema.safeParse(value)
  return parsed.success ? parsed.data : null
}
