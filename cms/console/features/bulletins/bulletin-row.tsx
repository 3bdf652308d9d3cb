import { Link } from '@tanstack/react-router'
import type { BulletinSummary } from '../../../../shared/contract/api/bulletins.js'
import { BulletinStateTag, CategoryMark } from '../../ui/bulletin-state.js'
import { useCopy } from '../../ui/language.js'
import { sayEnd } from '../../ui/schedule-words.js'
import { sayWhen } from '../../ui/time.js'

/** One bulletin of the list: what, whose, where, since when, in which state. */
export function BulletinRow({ bulletin }: { bulletin: BulletinSummary }) {
  const copy = useCopy()
  const words = copy.bulletins
  const when =
    bulletin.state === 'live' && bulletin.liveSince
      ? words.liveSince(sayWhen(bulletin.liveSince, copy))
      : words.updated(sayWhen(bulletin.updatedAt, copy))
  return (
    <li className="bulletin-row">
      <CategoryMark category={bulletin.category} />
      <div className="bulletin-what">
        <Link to="/ban-tin/$id" params={{ id: bulletin.id }}>
          {bulletin.title}
        </Link>
        <p>
          {copy.shell.categories[bulletin.category]} · {bulletin.ownerAreaName}{' '}
          · {words.by(bulletin.authorName)}
        </p>
      </div>
      <div className="bulletin-where">
        <p>{copy.shell.screenCount(bulletin.screenCount)}</p>
        {bulletin.priority === 'priority' && (
          <p className="strong">{words.priorities.priority}</p>
        )}
      </div>
      <div className="bulletin-when">
        <p>{when}</p>
        {bulletin.expiresAt && <p>{words.until(sayEnd(bulletin.expiresAt))}</p>}
      </div>
      <BulletinStateTag state={bulletin.state} />
    </li>
  )
}
