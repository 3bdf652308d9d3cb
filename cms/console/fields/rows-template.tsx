// A list of rows: numbered, moved by buttons or Alt+arrows, filled by pasting
// a block of cells copied from a spreadsheet.
import type {
  ArrayFieldItemTemplateProps,
  ArrayFieldTemplateProps,
} from '@rjsf/utils'
import { useState, type ClipboardEvent, type KeyboardEvent } from 'react'
import { Icon } from '../ui/icon.js'
import { useCopy } from '../ui/language.js'
import { isTable, pasteRows } from './paste-rows.js'

/** What the form lends to the pieces inside it. */
export type FormLoan = {
  replaceRows: (
    path: readonly (string | number)[],
    rows: Record<string, unknown>[],
  ) => void
}

export function RowsTemplate(props: ArrayFieldTemplateProps) {
  const copy = useCopy()
  const { items, title, schema, fieldPathId, canAdd, onAddClick } = props
  const [said, setSaid] = useState('')
  const itemSchema = schema.items as Record<string, unknown> | undefined
  const isTableField = itemSchema?.['type'] === 'object'

  const paste = (event: ClipboardEvent): void => {
    const text = event.clipboardData.getData('text/plain')
    if (!isTableField || !itemSchema || !isTable(text)) return
    event.preventDefault()
    const place = placeOf(event.target as HTMLElement, fieldPathId.$id)
    const rows = Array.isArray(props.formData)
      ? (props.formData as Record<string, unknown>[])
      : []
    const result = pasteRows(rows, itemSchema, text, {
      row: place?.row ?? rows.length,
      column: place?.column ?? null,
      ...(schema.maxItems !== undefined && { maxItems: schema.maxItems }),
    })
    const loan = props.registry.formContext as FormLoan
    loan.replaceRows(fieldPathId.path, result.rows)
    setSaid(copy.fields.pasted(result.pasted, result.dropped))
  }

  return (
    <fieldset className="field-set" id={fieldPathId.$id} onPaste={paste}>
      <legend>
        {title}
        {schema.maxItems !== undefined && (
          <span className="optional">
            {copy.fields.rowsOf(items.length, schema.maxItems)}
          </span>
        )}
      </legend>
      {schema.description && <p className="hint">{schema.description}</p>}
      <ol className="rows">{items}</ol>
      <div className="rows-acts">
        {canAdd && (
          <button type="button" className="btn btn-text" onClick={onAddClick}>
            <Icon name="plus" />
            {copy.fields.addRow}
          </button>
        )}
        {isTableField && <p className="hint">{copy.fields.pasteHint}</p>}
      </div>
      <p role="status" className="hint">
        {said}
      </p>
    </fieldset>
  )
}

/** Row and column of the input that is pasted into. */
function placeOf(
  target: HTMLElement,
  listId: string,
): { row: number; column: string | null } | null {
  const id = target.closest('[id]')?.id ?? ''
  if (!id.startsWith(`${listId}_`)) return null
  const [row, column] = id.slice(listId.length + 1).split('_')
  return { row: Number(row), column: column ?? null }
}

export function RowTemplate(props: ArrayFieldItemTemplateProps) {
  const copy = useCopy()
  const { index, buttonsProps, children, hasToolbar } = props
  const number = index + 1
  const onKey = (event: KeyboardEvent): void => {
    if (!event.altKey) return
    if (event.key === 'ArrowUp' && buttonsProps.hasMoveUp) {
      event.preventDefault()
      buttonsProps.onMoveUpItem()
    }
    if (event.key === 'ArrowDown' && buttonsProps.hasMoveDown) {
      event.preventDefault()
      buttonsProps.onMoveDownItem()
    }
  }
  return (
    <li className="row" onKeyDown={onKey}>
      <span className="row-number" aria-hidden="true">
        {number}
      </span>
      {children}
      {hasToolbar && (
        <span className="row-acts">
          <button
            type="button"
            aria-label={copy.fields.moveUp(number)}
            disabled={!buttonsProps.hasMoveUp}
            onClick={buttonsProps.onMoveUpItem}
          >
            <Icon name="up" size={18} />
          </button>
          <button
            type="button"
            aria-label={copy.fields.moveDown(number)}
            disabled={!buttonsProps.hasMoveDown}
            onClick={buttonsProps.onMoveDownItem}
          >
            <Icon name="down" size={18} />
          </button>
          {buttonsProps.hasRemove && (
            <button
              type="button"
              aria-label={copy.fields.removeRow(number)}
              onClick={buttonsProps.onRemoveItem}
            >
              <Icon name="trash" size={18} />
            </button>
          )}
        </span>
      )}
    </li>
  )
}
