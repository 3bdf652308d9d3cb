// Two revisions side by side, part by part; what they share is left out.
import { useQuery } from '@tanstack/react-query'
import type { RevisionInput } from '../../../shared/contract/api/bulletins.js'
import { mergeParts } from '../../../shared/text/revision-merge.js'
import { templatesQuery } from '../api/queries.js'
import { fieldLabel } from './field-label.js'
import { useWords } from './language.js'
import { PartValue } from './part-value.js'

export function RevisionDiff(props: {
  before: RevisionInput
  after: RevisionInput
  /** What each side is called. */
  names: readonly [string, string]
  /** Said where nothing differs. */
  none: string
}) {
  const { before, after, names } = props
  const { copy, language } = useWords()
  const templates = useQuery(templatesQuery)
  const template = templates.data?.find(({ id }) => id === after.templateId)
  const parts = mergeParts(before, after, before)
  if (parts.length === 0) return <p className="note note-info">{props.none}</p>
  return (
    <div className="card revision-diff">
      <div className="diff-head" aria-hidden="true">
        <b>{names[0]}</b>
        <b>{names[1]}</b>
      </div>
      {parts.map(({ pointer, mine, theirs }) => (
        <section key={pointer} className="diff-part">
          <h3>{fieldLabel(pointer, template, { copy, language })}</h3>
          {(['before', 'after'] as const).map((side, index) => (
            <div key={side}>
              <span className="diff-side">{names[index]}</span>
              <PartValue
                pointer={pointer}
                template={template}
                value={side === 'before' ? theirs : mine}
                other={(side === 'before' ? mine : theirs) ?? ''}
                as={side}
              />
            </div>
          ))}
        </section>
      ))}
    </div>
  )
}
