import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type {
  ScreenHealth,
  ScreenView,
} from '../../../../shared/contract/api/screens.js'
import { screensQuery } from '../../api/queries.js'
import { Icon } from '../../ui/icon.js'
import { useCopy } from '../../ui/language.js'
import { ScreenStateTag } from '../../ui/places/screen-state.js'
import { FailedState, LoadingRows } from '../../ui/states.js'
import { sayAgo } from '../../ui/time.js'

const SHOWN = 6
/** By what a person can do about it, most first; the rest need nobody. */
const TROUBLES = [
  'stage_dead',
  'offline',
  'refusing',
  'outdated',
  'syncing',
] as const satisfies readonly ScreenHealth[]
type Trouble = (typeof TROUBLES)[number]

/** Screens that need a person, each with what to do about it. */
export function ScreensSection() {
  const { today: words } = useCopy()
  const screens = useQuery(screensQuery)
  const active = (screens.data ?? []).filter(
    ({ health }) => health !== 'revoked',
  )
  const troubled = TROUBLES.flatMap((trouble) =>
    active
      .filter(({ health }) => health === trouble)
      .map((screen) => ({ screen, trouble })),
  )
  return (
    <section className="panel stack tight" aria-labelledby="man-hinh-can-xem">
      <h2 id="man-hinh-can-xem">{words.screens}</h2>
      {screens.isPending && <LoadingRows rows={3} height={72} />}
      {screens.isError && (
        <FailedState
          error={screens.error}
          retry={() => void screens.refetch()}
        />
      )}
      {screens.isSuccess && troubled.length === 0 && (
        <p className="today-calm">
          <Icon name={active.length === 0 ? 'screen' : 'check'} />
          {words.allWell(active.length)}
        </p>
      )}
      {troubled.length > 0 && (
        <p>{words.troubled(troubled.length, active.length)}</p>
      )}
      <ul className="today-screens">
        {troubled.slice(0, SHOWN).map(({ screen, trouble }) => (
          <TroubledScreen key={screen.id} screen={screen} trouble={trouble} />
        ))}
      </ul>
      <Link className="link" to="/man-hinh">
        {words.allScreens}
      </Link>
    </section>
  )
}

function TroubledScreen(props: { screen: ScreenView; trouble: Trouble }) {
  const copy = useCopy()
  const { screen, trouble } = props
  return (
    <li>
      <div className="today-screen-top">
        <Link to="/man-hinh/$id" params={{ id: screen.id }}>
          {screen.settings.name}
        </Link>
        <ScreenStateTag health={screen.health} />
      </div>
      <p>{copy.today.do[trouble]}</p>
      <p className="muted">
        {screen.areaName} ·{' '}
        {screen.lastSeenAt
          ? copy.screens.lastSeen(sayAgo(screen.lastSeenAt, copy))
          : copy.screens.neverSeen}
      </p>
    </li>
  )
}
