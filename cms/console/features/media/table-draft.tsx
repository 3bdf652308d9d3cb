// A table as the rows of a template: columns matched, cells looked at first.
import { Select, TextInput } from '@mantine/core'
import { useMemo, useState } from 'react'
import type { ContentTable } from '../../../../shared/contract/api/media-content.js'
import type { MediaDetails } from '../../../../shared/contract/api/media.js'
import type { TemplateView } from '../../../../shared/contract/template.js'
import { localiseSchema } from '../../fields/field-schema.js'
import { showNumber } from '../../fields/number-text.js'
import { useWords } from '../../ui/language.js'
import { sentenceOf } from '../../ui/states.js'
import { showDate } from '../../ui/time.js'
import {
  guessMapping,
  listsOf,
  mapRows,
  rowsOf,
  targetsOf,
  type MappedRow,
  type Mapping,
  type TargetColumn,
} from './table-fields.rules.js'
import { useCreateDraft } from './use-create-draft.js'

type TableDraftProps = {
  media: MediaDetails
  table: ContentTable
  templates: TemplateView[]
}

export function TableDraft({ media, table, templates }: TableDraftProps) {
  const { copy, language } = useWords()
  const words = copy.media
  const offered = templates.flatMap((template) =>
    listsOf(localiseSchema(template.fields, language)).map((list) => ({
      value: `${template.id}/${list.key}`,
      label: `${template.name[language]} – ${String(list.node['title'] ?? list.key)}`,
      template,
      ...list,
    })),
  )
  const [chosen, setChosen] = useState(() => fittest(offered, table))
  const target = offered.find(({ value }) => value === chosen)
  const [title, setTitle] = useState(media.name.replace(/\.[^.]+$/, ''))
  const { create, mayWrite } = useCreateDraft()
  const [own, setOwn] = useState<Mapping | null>(null)
  const guess = useMemo(
    () => guessMapping(table, target ? targetsOf(target.node) : []),
    [table, chosen],
  )
  if (!target) return null
  const mapping = own ?? guess.mapping
  const rows = mapRows(table, target.node, { ...guess, mapping })
  const most = Number(target.node['maxItems'] ?? rows.length)
  const kept = rows.slice(0, most)
  return (
    <section className="card pad stack">
      <Select
        label={words.intoTemplate}
        searchable
        allowDeselect={false}
        value={chosen}
        data={offered.map(({ value, label }) => ({ value, label }))}
        onChange={(next) => {
          if (next) setChosen(next)
          setOwn(null)
        }}
      />
      <Columns
        table={table}
        heading={guess.heading}
        targets={targetsOf(target.node)}
        mapping={mapping}
        onChange={setOwn}
      />
      <Preview rows={kept} targets={targetsOf(target.node)} />
      {rows.length > kept.length && (
        <p className="note note-warn">
          {words.rowsLeftOut(rows.length - kept.length, most)}
        </p>
      )}
      {table.more && <p className="note note-warn">{words.tableLong}</p>}
      <TextInput
        label={words.draftTitle}
        value={title}
        maxLength={200}
        onChange={(event) => setTitle(event.currentTarget.value)}
      />
      {create.isError && (
        <p className="note note-bad" role="alert">
          {sentenceOf(create.error, copy)}
        </p>
      )}
      <button
        type="button"
        className="btn btn-primary"
        disabled={!mayWrite || create.isPending || kept.length === 0}
        onClick={() =>
          create.mutate({
            templateId: target.template.id,
            title,
            fields: { [target.key]: rowsOf(kept) },
          })
        }
      >
        {words.makeDraft}
      </button>
    </section>
  )
}

/** The template that the headings name most fields of. */
function fittest(
  offered: readonly { value: string; node: Record<string, unknown> }[],
  table: ContentTable,
): string {
  let best = { value: offered[0]?.value ?? '', hits: 0 }
  for (const { value, node } of offered) {
    const { heading, mapping } = guessMapping(table, targetsOf(node))
    const hits =
      heading < 0 ? 0 : Object.values(mapping).filter((at) => at >= 0).length
    if (hits > best.hits) best = { value, hits }
  }
  return best.value
}

function Columns(props: {
  table: ContentTable
  heading: number
  targets: TargetColumn[]
  mapping: Mapping
  onChange: (mapping: Mapping) => void
}) {
  const { table, heading, targets, mapping } = props
  const { copy } = useWords()
  const words = copy.media
  const width = Math.max(0, ...table.rows.map(({ cells }) => cells.length))
  const head = heading >= 0 ? table.rows[heading]?.cells : undefined
  const choices = Array.from({ length: width }, (_, at) => ({
    value: String(at),
    label: head?.[at] || words.columnOf(at + 1),
  }))
  return (
    <fieldset className="field-set">
      <legend>{words.columns}</legend>
      <div className="two-fields">
        {targets.map(({ key, title, required }) => (
          <Select
            key={key}
            label={title}
            required={required}
            clearable
            placeholder={words.noColumn}
            value={(mapping[key] ?? -1) < 0 ? null : String(mapping[key])}
            data={choices}
            onChange={(next) =>
              props.onChange({
                ...mapping,
                [key]: next === null ? -1 : Number(next),
              })
            }
          />
        ))}
      </div>
    </fieldset>
  )
}

/** What will stand in the draft; cells that cannot be read say why. */
function Preview(props: { rows: MappedRow[]; targets: TargetColumn[] }) {
  const { copy } = useWords()
  const words = copy.media
  const faults = props.rows.flatMap(({ number, cells }) =>
    props.targets.flatMap(({ key, title }) => {
      const fault = cells[key]?.fault
      return fault ? [words.cellFaults[fault](number, title)] : []
    }),
  )
  return (
    <>
      <div className="table-scroll" tabIndex={0}>
        <table className="plain-table">
          <thead>
            <tr>
              <th scope="col">{words.row}</th>
              {props.targets.map(({ key, title }) => (
                <th key={key} scope="col">
                  {title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {props.rows.map(({ number, cells }) => (
              <tr key={number}>
                <th scope="row">{number}</th>
                {props.targets.map(({ key }) => (
                  <td key={key} className={cells[key]?.fault ? 'cell-bad' : ''}>
                    {shown(cells[key]?.value)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {faults.length > 0 && (
        <div className="note note-warn" role="status">
          <p>{words.faultsLead(faults.length)}</p>
          <ul>
            {faults.slice(0, 12).map((fault) => (
              <li key={fault}>{fault}</li>
            ))}
          </ul>
        </div>
      )}
    </>
  )
}

function shown(value: unknown): string {
  if (typeof value === 'number') return showNumber(value)
  if (typeof value === 'boolean') return value ? '✓' : ''
  return typeof value === 'string' ? showDate(value) : ''
}
