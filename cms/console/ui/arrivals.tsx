// Screen by screen who has something, those that lack it first.
import { Link } from '@tanstack/react-router'
import type { ScreenArrival } from '../../../shared/contract/api/bulletin-history.js'
import { Icon } from './icon.js'
import { useCopy } from './language.js'
import { sayWhen } from './time.js'

export function Arrivals({ screens }: { screens: readonly ScreenArrival[] }) {
  const copy = useCopy()
  const words = copy.bulletins
  return (
    <ul className="arrivals">
      {screens.map((screen) => (
        <li key={screen.screenId}>
          <span className={screen.has ? 'tag tag-ok' : 'tag tag-warn'}>
            <Icon name={screen.has ? 'check' : 'clock'} size={16} />
            {screen.has ? words.hasIt : words.lacksIt}
          </span>
          <span>
            <Link to="/man-hinh/$id" params={{ id: screen.screenId }}>
              {screen.name}
            </Link>
            <small>
              {screen.areaName}
              {!screen.has &&
                `; ${
                  screen.lastSeenAt
                    ? words.lastSeen(sayWhen(screen.lastSeenAt, copy))
                    : words.neverSeen
                }`}
            </small>
          </span>
        </li>
      ))}
    </ul>
  )
}
