import { useState } from 'react'
import { areaKindSchema } from '../../../../shared/contract/api/areas.js'
import type {
  ImportChange,
  ImportError,
} from '../../../../shared/contract/api/imports.js'
import type { Copy } from '../../copy/vi.js'
import { useCopy } from '../../ui/language.js'
import { showDate } from '../../ui/time.js'

/** Rows drawn at once; thousands would hold the page. */
const STEP = 100

/** What has to be mended, by the names of the spreadsheet. */
export function ErrorTable({ errors }: { errors: readonly ImportError[] }) {
  const { places: words } = useCopy()
  const [shown, more] = useShown(errors)
  return (
    <div
      className="card wide-table"
      tabIndex={0}
      role="group"
      aria-label={words.mend}
    >
      <table className="place-table">
        <thead>
          <tr>
            <th scope="col">{words.cell}</th>
            <th scope="col">{words.value}</th>
            <th scope="col">{words.mend}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((error) => (
            <tr key={error.row}>
              <th scope="row">{error.cell ?? `${words.row} ${error.row}`}</th>
              <td>{error.value || words.empty}</td>
              <td>{error.message}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </div>
  )
}

/** What would be, row by row: before → after. */
export function ChangeTable({ changes }: { changes: readonly ImportChange[] }) {
  const copy = useCopy()
  const words = copy.places
  const [shown, more] = useShown(changes)
  return (
    <div
      className="card wide-table"
      tabIndex={0}
      role="group"
      aria-label={words.change}
    >
      <table className="place-table">
        <thead>
          <tr>
            <th scope="col">{words.row}</th>
            <th scope="col">{words.name}</th>
            <th scope="col">{words.change}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((change) => (
            <tr key={change.row}>
              <td>{change.row}</td>
              <th scope="row">{change.name}</th>
              <td>
                <b>{words.whats[change.what]}</b>
                <ul>
                  {Object.entries(change.fields).map(([field, said]) => (
                    <li key={field}>
                      {fieldName(field, copy)}
                      {': '}
                      {said.before !== null && (
                        <>
                          <del>{saidValue(field, said.before, copy)}</del>
                          {' → '}
                        </>
                      )}
                      <ins>{saidValue(field, said.after, copy)}</ins>
                    </li>
                  ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
    </div>
  )
}

function useShown<T>(all: readonly T[]) {
  const { places: words } = useCopy()
  const [count, setCount] = useState(STEP)
  const left = all.length - count
  const more = left > 0 && (
    <button
      type="button"
      className="btn btn-text"
      onClick={() => setCount(count + STEP)}
    >
      {words.showMore(Math.min(STEP, left))}
    </button>
  )
  return [all.slice(0, count), more] as const
}

function fieldName(field: string, copy: Copy): string {
  const names: Readonly<Record<string, string>> = copy.places.fieldNames
  return names[field] ?? field
}

function saidValue(
  field: string,
  value: string | string[] | null,
  copy: Copy,
): string {
  const { places: words } = copy
  const text = Array.isArray(value) ? value.join('; ') : (value ?? '')
  if (text === '') return words.empty
  const kind = areaKindSchema.safeParse(text)
  if (field === 'kind' && kind.success) return words.kinds[kind.data]
  return field === 'until' ? showDate(text) : text
}
