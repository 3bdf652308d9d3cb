import { Link } from '@tanstack/react-router'
import type { CorrectionSummary } from '../../../shared/contract/api/corrections.js'
import { Icon } from './icon.js'
import { useCopy } from './language.js'
import { sayWhen } from './time.js'

const LOOKS = {
  submitted: { tone: 'tag-info', icon: 'clock' },
  released: { tone: 'tag-ok', icon: 'check' },
  returned: { tone: 'tag-off', icon: 'cross' },
} as const

/** Its state in colour, mark and word. */
export function CorrectionStateTag(props: {
  state: CorrectionSummary['state']
}) {
  const words = useCopy().corrections
  const { tone, icon } = LOOKS[props.state]
  return (
    <span className={`tag ${tone}`}>
      <Icon name={icon} size={16} />
      {words.states[props.state]}
    </span>
  )
}

/** One correction of a list. */
export function CorrectionRow(props: { correction: CorrectionSummary }) {
  const copy = useCopy()
  const words = copy.corrections
  const { id, text, replacement, state, proposedByName, proposedAt } =
    props.correction
  return (
    <li className="bulletin-row">
      <span className="correction-mark">
        <Icon name="edit" />
      </span>
      <div className="bulletin-what">
        <Link to="/dinh-chinh/$id" params={{ id }}>
          {words.line(text, replacement)}
        </Link>
        <p>{props.correction.reason}</p>
      </div>
      <div className="bulletin-where">
        <p>{words.bulletins(props.correction.bulletins)}</p>
      </div>
      <div className="bulletin-when">
        <p>{words.proposedBy(proposedByName, sayWhen(proposedAt, copy))}</p>
      </div>
      <CorrectionStateTag state={state} />
    </li>
  )
}
