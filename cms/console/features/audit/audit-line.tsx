// One line: a sentence, and opened, what was before and after.
import { useState } from 'react'
import type { AuditLineView } from '../../../../shared/contract/api/audit.js'
import { Icon } from '../../ui/icon.js'
import { useCopy } from '../../ui/language.js'
import { sayDate, saySecond } from '../../ui/time.js'
import type { AuditSearch } from './audit-search.js'
import { factsOf, sayFact } from './line-facts.js'

export function AuditLine(props: {
  line: AuditLineView
  onFilter: (next: Partial<AuditSearch>) => void
}) {
  const { line } = props
  const copy = useCopy()
  const words = copy.audit
  const [open, setOpen] = useState(false)
  const id = `dong-${line.number}`
  const named = line.details['title'] ?? line.details['name']
  const by =
    line.actorName || (line.actorId === 'system' ? words.system : words.nobody)
  return (
    <li>
      <button
        type="button"
        className="audit-line"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <span className="audit-when">
          {saySecond(line.at)} {sayDate(line.at)}
        </span>
        <span className="audit-what">
          <b>{by}</b> {words.acts[line.act] ?? line.act}
          {typeof named === 'string' && <> “{named}”</>}
        </span>
        <span className="audit-where">{line.areaName}</span>
        <Icon name={open ? 'up' : 'down'} />
      </button>
      {open && (
        <div id={id} className="audit-open stack">
          <Differences line={line} />
          <dl className="audit-facts">
            <dt>{words.number}</dt>
            <dd>{line.number}</dd>
            <dt>{words.address}</dt>
            <dd>{line.address ?? words.absent}</dd>
            <dt>{words.via}</dt>
            <dd>{line.via ?? words.absent}</dd>
            <dt>{words.subject}</dt>
            <dd>
              {words.rooms[line.subjectKind] ?? line.subjectKind}{' '}
              {line.subjectId}
            </dd>
            <dt>{words.hash}</dt>
            <dd className="audit-hash">{line.hash}</dd>
          </dl>
          <div className="audit-files">
            <button
              type="button"
              className="link"
              onClick={() => props.onFilter({ doiTuong: line.subjectId })}
            >
              {words.thing}
            </button>
            <button
              type="button"
              className="link"
              onClick={() => props.onFilter({ nguoi: line.actorId })}
            >
              {words.person}
            </button>
          </div>
        </div>
      )}
    </li>
  )
}

function Differences({ line }: { line: AuditLineView }) {
  const copy = useCopy()
  const words = copy.audit
  const { changes, facts } = factsOf(line.details)
  return (
    <>
      {changes.length > 0 && (
        <ul className="differences">
          {changes.map(({ place, before, after }) => (
            <li key={place}>
              <b>{words.fields[place] ?? place}</b>
              <p>
                <span className="muted">{words.before}: </span>
                <del>{sayFact(before, copy)}</del>
              </p>
              <p>
                <span className="muted">{words.after}: </span>
                <ins>{sayFact(after, copy)}</ins>
              </p>
            </li>
          ))}
        </ul>
      )}
      {facts.length > 0 && (
        <dl className="audit-facts" aria-label={words.facts}>
          {facts.map(([place, value]) => (
            <div key={place}>
              <dt>{words.fields[place] ?? place}</dt>
              <dd>{sayFact(value, copy)}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  )
}
