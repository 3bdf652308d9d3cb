// The form of one template: its schema, our widgets, problems beside fields.
import { withTheme } from '@rjsf/core'
import { useMemo, useRef } from 'react'
import type { FieldProblem } from '../../../shared/contract/errors.js'
import { useWords } from '../ui/language.js'
import { CheckboxWidget, SelectWidget } from './choice-widgets.js'
import { localiseSchema, uiSchemaOf } from './field-schema.js'
import { FieldTemplate, ObjectTemplate } from './field-templates.js'
import { PictureWidget } from './picture-widget.js'
import { errorTree } from './problem-errors.js'
import { RichWidget } from './rich-widget.js'
import { RowsTemplate, RowTemplate, type FormLoan } from './rows-template.js'
import { schemaValidator } from './schema-validator.js'
import { MultilineWidget, TextWidget } from './text-widgets.js'
import { VideoWidget } from './video-widget.js'
import { DateWidget, NumberWidget, TimeWidget } from './typed-widgets.js'

const Form = withTheme({
  templates: {
    FieldTemplate,
    ObjectFieldTemplate: ObjectTemplate,
    ArrayFieldTemplate: RowsTemplate,
    ArrayFieldItemTemplate: RowTemplate,
  },
  widgets: {
    TextWidget,
    TextareaWidget: MultilineWidget,
    SelectWidget,
    CheckboxWidget,
    text: TextWidget,
    textarea: MultilineWidget,
    select: SelectWidget,
    checkbox: CheckboxWidget,
    date: DateWidget,
    time: TimeWidget,
    number: NumberWidget,
    picture: PictureWidget,
    rich: RichWidget,
    video: VideoWidget,
  },
})

type Fields = Record<string, unknown>

type TemplateFormProps = {
  schema: Fields
  fields: Fields
  problems: readonly FieldProblem[]
  onChange: (fields: Fields) => void
  /** A field was left: from now on its problems may be shown. */
  onLeave: (fieldId: string) => void
  disabled?: boolean
}

export function TemplateForm(props: TemplateFormProps) {
  const { schema, fields, problems, onChange, onLeave } = props
  const { language } = useWords()
  const localised = useMemo(
    () => localiseSchema(schema, language),
    [schema, language],
  )
  const uiSchema = useMemo(
    () => uiSchemaOf(schema, language),
    [schema, language],
  )
  const errors = useMemo(() => errorTree(problems), [problems])
  const latest = useRef({ fields, onChange })
  latest.current = { fields, onChange }
  const loan = useMemo<FormLoan>(
    () => ({
      replaceRows: (path, rows) =>
        latest.current.onChange(
          withValueAt(latest.current.fields, path, rows) as Fields,
        ),
    }),
    [],
  )
  return (
    <Form
      tagName="div"
      schema={localised}
      uiSchema={{
        ...uiSchema,
        'ui:submitButtonOptions': { norender: true },
        // Title and summary of the template stand in the page's own head.
        'ui:title': '',
        'ui:description': '',
      }}
      formData={fields}
      formContext={loan}
      validator={schemaValidator}
      idPrefix="field"
      noValidate
      noHtml5Validate
      showErrorList={false}
      extraErrors={errors}
      disabled={props.disabled ?? false}
      experimental_defaultFormStateBehavior={{
        emptyObjectFields: 'skipEmptyDefaults',
        arrayMinItems: { populate: 'never' },
      }}
      onChange={(event) => onChange((event.formData ?? {}) as Fields)}
      onBlur={onLeave}
    />
  )
}

/** A copy of `value` with `next` at the path. */
export function withValueAt(
  value: unknown,
  path: readonly (string | number)[],
  next: unknown,
): unknown {
  const [step, ...rest] = path
  if (step === undefined) return next
  if (typeof step === 'number') {
    const copy = Array.isArray(value) ? [...(value as unknown[])] : []
    copy[step] = withValueAt(copy[step], rest, next)
    return copy
  }
  const source = (value ?? {}) as Fields
  return { ...source, [step]: withValueAt(source[step], rest, next) }
}
