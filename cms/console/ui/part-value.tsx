// What a part of a revision says, in words: places by name, times in one
// sentence, texts with what differs marked.
import { useQuery } from '@tanstack/react-query'
import {
  audienceSchema,
  basisSchema,
} from '../../../shared/contract/api/bulletins.js'
import { scheduleSchema } from '../../../shared/contract/schedule.js'
import type { TemplateView } from '../../../shared/contract/template.js'
import { leavesOf } from '../../../shared/text/revision-changes.js'
import { wordChanges } from '../../../shared/text/word-changes.js'
import { areasQuery, screensQuery } from '../api/queries.js'
import { fieldLabel } from './field-label.js'
import { useWords } from './language.js'
import { saySchedule } from './schedule-words.js'
import { showDate } from './time.js'

type PartProps = {
  pointer: string
  value: unknown
  template: Pick<TemplateView, 'fields'> | undefined
}

/** `other` is the value it is compared with; `as` says which of them it is. */
export function PartValue(
  props: PartProps & { other?: unknown; as?: 'before' | 'after' },
) {
  const { copy } = useWords()
  const { value, other, as } = props
  if (isEmpty(value))
    return <p className="muted part-value">{copy.drafts.empty}</p>
  if (typeof value === 'string' && props.pointer.startsWith('/fields/'))
    return (
      <p className="part-value as-typed" lang={languageOf(props.pointer)}>
        <Marked
          text={shown(value)}
          other={typeof other === 'string' ? shown(other) : ''}
          as={other === undefined ? undefined : as}
        />
      </p>
    )
  if (typeof value === 'string' || typeof value === 'number')
    return <PlainPart {...props} value={value} />
  if (!props.pointer.startsWith('/fields/')) return <KnownPart {...props} />
  return <FieldRows {...props} />
}

function PlainPart({ pointer, value }: PartProps & { value: string | number }) {
  const words = useWords().copy.bulletins
  const said =
    pointer === '/priority' && (value === 'normal' || value === 'priority')
      ? words.priorities[value]
      : pointer === '/weight'
        ? words.weight(Number(value))
        : String(value)
  return <p className="part-value">{said}</p>
}

/** Places, times and the document, which have sentences of their own. */
function KnownPart({ pointer, value }: PartProps) {
  const { copy } = useWords()
  const areas = useQuery(areasQuery)
  const screens = useQuery(screensQuery)
  const audience = audienceSchema.safeParse(value)
  if (pointer === '/audience' && audience.success) {
    const { areaIds, screenIds } = audience.data
    const named = [
      ...(areas.data ?? []).filter(({ id }) => areaIds.includes(id)),
      ...(screens.data ?? [])
        .filter(({ id }) => screenIds.includes(id))
        .map(({ id, settings }) => ({ id, name: settings.name })),
    ].map(({ name }) => name)
    return (
      <p className="part-value">{named.join(', ') || copy.bulletins.noWhere}</p>
    )
  }
  const schedule = scheduleSchema.safeParse(value)
  if (pointer === '/schedule' && schedule.success)
    return <p className="part-value">{saySchedule(schedule.data, copy)}</p>
  const basis = basisSchema.safeParse(value)
  if (pointer === '/basis' && basis.success) {
    const { number, issuedOn, agency, signer } = basis.data
    const line = copy.approvals.basisLine(number, showDate(issuedOn), agency)
    return (
      <p className="part-value">
        {line}
        {signer && `; ${copy.approvals.signer(signer)}`}
        {basis.data.scanId && `; ${copy.approvals.hasScan}`}
      </p>
    )
  }
  return <p className="part-value">{JSON.stringify(value)}</p>
}

/** Rows and lists, one line for each place of them that holds something. */
function FieldRows({ pointer, value, other, template, as }: RowsProps) {
  const words = useWords()
  const theirs = leavesOf(other)
  const leaves = [...leavesOf(value)].filter(([, leaf]) => !isEmpty(leaf))
  return (
    <ul className="part-value part-rows" lang={languageOf(pointer)}>
      {leaves.map(([below, leaf]) => (
        <li key={below}>
          <small>{rowLabel(pointer, below, template, words)}</small>
          <Marked
            text={shown(String(leaf))}
            other={shown(String(theirs.get(below) ?? ''))}
            as={other === undefined ? undefined : as}
          />
        </li>
      ))}
    </ul>
  )
}

type RowsProps = PartProps & { other?: unknown; as?: 'before' | 'after' }

function rowLabel(
  pointer: string,
  below: string,
  template: PartProps['template'],
  words: ReturnType<typeof useWords>,
): string {
  const whole = fieldLabel(pointer + below, template, words)
  const field = fieldLabel(pointer, template, words)
  return whole.slice(field.length).replace(/^ › /, '')
}

/** The words that the other text does not have, in <ins> or <del>. */
function Marked(props: {
  text: string
  other: string
  as: 'before' | 'after' | undefined
}) {
  const { text, other, as } = props
  if (as === undefined) return <>{text}</>
  const runs =
    as === 'after' ? wordChanges(other, text) : wordChanges(text, other)
  const mine = as === 'after' ? 'new' : 'gone'
  return (
    <>
      {runs
        .filter(({ kind }) => kind === 'same' || kind === mine)
        .map((run, index) =>
          run.kind === 'same' ? (
            <span key={index}>{run.text}</span>
          ) : as === 'after' ? (
            <ins key={index}>{run.text}</ins>
          ) : (
            <del key={index}>{run.text}</del>
          ),
        )}
    </>
  )
}

/** Dates as people write them. */
function shown(text: string): string {
  return showDate(text)
}

function languageOf(pointer: string): string | undefined {
  return /^\/fields\/([a-z]+)\//.exec(pointer)?.[1]
}

function isEmpty(value: unknown): boolean {
  return (
    value === undefined ||
    value === null ||
    value === '' ||
    (Array.isArray(value) && value.length === 0)
  )
}
