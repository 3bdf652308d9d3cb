import { Link } from '@tanstack/react-router'
import type { MediaDetails } from '../../../../shared/contract/api/media.js'
import { useCopy } from '../../ui/language.js'

/** Where the file stands, and what looks much like it. */
export function ItemUses({ media }: { media: MediaDetails }) {
  const copy = useCopy()
  const words = copy.media
  const { uses, usesElsewhere, alike } = media
  const states = copy.media.useStates as Record<string, string>
  return (
    <section className="card pad stack tight">
      <h2>{words.usesTitle}</h2>
      {uses.length === 0 && usesElsewhere === 0 && (
        <p className="muted">{words.noUses}</p>
      )}
      <ul className="plain-rows">
        {uses.map((use) => (
          <li key={`${use.kind}${use.id}`}>
            <div>
              <Link
                to={use.kind === 'bulletin' ? '/ban-tin/$id' : '/khan/$id'}
                params={{ id: use.id }}
              >
                {use.title}
              </Link>
            </div>
            <span className="muted">{states[use.state] ?? ''}</span>
          </li>
        ))}
      </ul>
      {usesElsewhere > 0 && (
        <p className="muted">{words.usesElsewhere(usesElsewhere)}</p>
      )}
      {alike.length > 0 && (
        <p className="note note-info">
          {words.alikeTitle}{' '}
          {alike.map((one, at) => (
            <span key={one.id}>
              {at > 0 && ', '}
              <Link to="/kho/$id" params={{ id: one.id }}>
                {one.name}
              </Link>
            </span>
          ))}
        </p>
      )}
    </section>
  )
}
