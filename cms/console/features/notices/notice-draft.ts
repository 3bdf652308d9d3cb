// The fields a person types for a notice: what the notice says of itself
// (level, drill, issuer, times) is set when it is sealed.
import type { TemplateView } from '../../../../shared/contract/template.js'

type Fields = Record<string, unknown>

/** The template with only the fields a person fills. */
export function typedPart(template: TemplateView): TemplateView {
  const properties = (template.fields['properties'] ?? {}) as Record<
    string,
    Fields
  >
  const typed = Object.entries(properties).filter(
    ([, node]) => node['x-set-by'] === undefined,
  )
  const names = typed.map(([name]) => name)
  const required = (template.fields['required'] ?? []) as string[]
  return {
    ...template,
    fields: {
      ...template.fields,
      properties: Object.fromEntries(typed),
      required: required.filter((name) => names.includes(name)),
    },
  }
}

/** What the preview needs besides the typed fields. */
export function withOwnWords(
  fields: Fields,
  own: {
    level: number
    drill: boolean
    issuer: string
    issuedAt: string
    expiresAt: string
  },
): Fields {
  return { ...fields, ...own }
}
