import type { ReactNode } from 'react'
import type { OneTimePassword } from '../../../../shared/contract/api/people.js'
import { useCopy } from '../../ui/language.js'
import { sayWhen } from '../../ui/time.js'

/** Shown once: to be read out or handed over on paper. */
export function OneTimePasswordCard(props: {
  made: OneTimePassword
  children?: ReactNode
}) {
  const copy = useCopy()
  const words = copy.people
  const { userName, oneTimePassword, expiresAt } = props.made
  return (
    <section className="card pad stack tight" aria-live="polite">
      <h2>{words.onceTitle}</h2>
      <p>{words.onceLead(userName)}</p>
      <p>
        <code className="secret secret-large">{oneTimePassword}</code>
      </p>
      <p className="muted">
        {expiresAt && words.onceUntil(sayWhen(expiresAt, copy))}
      </p>
      <div className="button-row">{props.children}</div>
    </section>
  )
}
