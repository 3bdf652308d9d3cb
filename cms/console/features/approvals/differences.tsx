import { useQuery } from '@tanstack/react-query'
import type { ApprovalView } from '../../../../shared/contract/api/approvals.js'
import type { BulletinView } from '../../../../shared/contract/api/bulletins.js'
import { templatesQuery } from '../../api/queries.js'
import { fieldLabel } from '../../ui/field-label.js'
import { useWords } from '../../ui/language.js'

/** Place by place, what the screens say now and what they would say. */
export function Differences(props: {
  bulletin: BulletinView
  approval: ApprovalView
}) {
  const { copy, language } = useWords()
  const words = copy.approvals
  const templates = useQuery(templatesQuery)
  const { templateId } = props.bulletin.revision
  const template = templates.data?.find(({ id }) => id === templateId)
  const { live, changes } = props.approval
  if (!live) return <p className="note note-info">{words.changesNew}</p>
  if (changes.length === 0)
    return <p className="note note-info">{words.noChanges}</p>
  return (
    <section className="stack">
      <h2>{words.changes}</h2>
      <ul className="card differences">
        {changes.map(({ pointer, before, after }) => (
          <li key={pointer}>
            <b>{fieldLabel(pointer, template, { copy, language })}</b>
            <p>
              <span className="muted">{words.before}: </span>
              <del>{before ?? words.absent}</del>
            </p>
            <p>
              <span className="muted">{words.after}: </span>
              <ins>{after ?? words.absent}</ins>
            </p>
          </li>
        ))}
      </ul>
    </section>
  )
}
