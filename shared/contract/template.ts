import { z } from 'zod'

/** Every label and help a person reads comes in both languages of the UI. */
export const bilingualSchema = z.object({
  vi: z.string().min(1),
  en: z.string().min(1),
})
export type Bilingual = z.infer<typeof bilingualSchema>

export const categorySchema = z.enum([
  'election',
  'party',
  'economy',
  'notice',
  'reception',
  'health',
  'utilities',
  'culture',
  'disaster',
])
export type Category = z.infer<typeof categorySchema>

/**
 * `template.json` of a template folder. `fields` is a JSON Schema (2020-12)
 * of an object; each property carries `title` and `description` as the
 * Vietnamese words and `x-en: { title, description }` as the English ones,
 * and may carry `x-widget` (multiline, date, time, image, figure, table …) and
 * `x-examples`; an `enum` carries
 * `x-labels: { vi: { value: words }, en: … }`.
 */
export const templateManifestSchema = z.object({
  id: z.string().regex(/^[a-z][a-z0-9-]{1,40}$/),
  version: z.number().int().positive(),
  name: bilingualSchema,
  summary: bilingualSchema,
  category: categorySchema,
  /** `furnished`: inside header and ticker; `full`: the whole glass. */
  frame: z.enum(['furnished', 'full']),
  /** Notice templates are used by urgent notices only. */
  use: z.enum(['bulletin', 'notice', 'furniture']),
  fields: z.record(z.string(), z.unknown()),
})
export type TemplateManifest = z.infer<typeof templateManifestSchema>

/** What the console gets of a template. */
export const templateViewSchema = templateManifestSchema.extend({
  sample: z.record(z.string(), z.unknown()),
})
export type TemplateView = z.infer<typeof templateViewSchema>
