// How a field, a group and a list of groups are laid out around their inputs.
import type { FieldTemplateProps, ObjectFieldTemplateProps } from '@rjsf/utils'
import { useCopy } from '../ui/language.js'

/** Label above, help below, the error in words beside the field. */
export function FieldTemplate(props: FieldTemplateProps) {
  const copy = useCopy()
  const { id, label, schema, required, rawErrors = [], children } = props
  if (props.hidden) return <div hidden>{children}</div>
  const isGroup = schema.type === 'object' || schema.type === 'array'
  const ownsLabel = isGroup || schema.type === 'boolean'
  return (
    <div className={isShort(props) ? 'field field-short' : 'field'}>
      {!ownsLabel && props.displayLabel !== false && (
        <label htmlFor={id}>
          {label}
          {!required && (
            <span className="optional">{copy.fields.optional}</span>
          )}
        </label>
      )}
      {children}
      {rawErrors.length > 0 && (
        <p className="field-error" id={`${id}-error`}>
          {rawErrors.join(' ')}
        </p>
      )}
      {!isGroup && schema.description && (
        <p className="hint" id={`${id}-help`}>
          {schema.description}
        </p>
      )}
    </div>
  )
}

/** Dates, times, figures and choices need little room in a row. */
function isShort({ uiSchema }: FieldTemplateProps): boolean {
  const widget: unknown = uiSchema?.['ui:widget']
  return (
    widget === 'date' ||
    widget === 'time' ||
    widget === 'number' ||
    widget === 'select'
  )
}

/** A group of fields; the outermost and the rows of a list need no frame. */
export function ObjectTemplate(props: ObjectFieldTemplateProps) {
  const { properties, title, fieldPathId, schema } = props
  const inRow = typeof fieldPathId.path.at(-1) === 'number'
  const content = properties.map((property) => property.content)
  if (fieldPathId.path.length === 0) {
    return <div className="field-group">{content}</div>
  }
  if (inRow) return <div className="row-fields">{content}</div>
  return (
    <fieldset className="field-set" id={fieldPathId.$id}>
      <legend>{title}</legend>
      {schema.description && <p className="hint">{schema.description}</p>}
      {content}
    </fieldset>
  )
}
