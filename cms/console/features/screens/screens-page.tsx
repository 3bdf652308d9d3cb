// Every screen, those that need a person first.
import { useQuery } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import type { ScreenView } from '../../../../shared/contract/api/screens.js'
import { screensQuery } from '../../api/queries.js'
import { Icon } from '../../ui/icon.js'
import { useCopy } from '../../ui/language.js'
import { areasWhere, useMe } from '../../ui/me.js'
import { PageTop } from '../../ui/page.js'
import { ScreenStateTag } from '../../ui/places/screen-state.js'
import { SearchField } from '../../ui/search-field.js'
import { EmptyState, FailedState, LoadingRows } from '../../ui/states.js'
import { sayAgo } from '../../ui/time.js'
import { ScreenThumbnail, useOnScreen } from './screen-glass.js'
import { countByHealth, screensToShow } from './screens.rules.js'

export function ScreensPage() {
  const copy = useCopy()
  const words = copy.screens
  const me = useMe()
  const { tim = '' } = useSearch({ from: '/man-hinh' })
  const go = useNavigate({ from: '/man-hinh' })
  const screens = useQuery(screensQuery)
  const all = screens.data ?? []
  const shown = screensToShow(all, tim)
  const mayPair = areasWhere(me, 'technician', 'administrator').length > 0
  const pair = mayPair && (
    <Link className="btn" to="/ghep">
      <Icon name="plus" />
      {words.pair}
    </Link>
  )
  return (
    <>
      <PageTop
        title={words.title}
        actions={
          <>
            <SearchField
              label={words.search}
              value={tim}
              onChange={(next) =>
                void go({ search: { tim: next || undefined }, replace: true })
              }
            />
            {pair}
          </>
        }
      />
      <div className="page-body">
        {screens.isPending && <LoadingRows rows={3} height={220} />}
        {screens.isError && (
          <FailedState
            error={screens.error}
            retry={() => void screens.refetch()}
          />
        )}
        {screens.isSuccess && all.length === 0 && (
          <EmptyState icon="screen" title={words.emptyTitle}>
            <p>{words.emptyBody}</p>
            {pair}
          </EmptyState>
        )}
        {all.length > 0 && <Summary screens={all} />}
        {all.length > 0 && shown.length === 0 && (
          <EmptyState icon="search" title={copy.shell.nothingFound(tim)} />
        )}
        {shown.length > 0 && (
          <>
            {shown.some(needsPerson) && (
              <p className="list-lead">
                <b>{words.faultsFirst}</b>{' '}
                <span className="muted">– {words.faultsFirstHint}</span>
              </p>
            )}
            <ul className="screen-grid">
              {shown.map((screen) => (
                <ScreenCard key={screen.id} screen={screen} />
              ))}
            </ul>
          </>
        )}
      </div>
    </>
  )
}

/** Neither running as it should nor retired. */
function needsPerson({ health }: ScreenView): boolean {
  return health !== 'ok' && health !== 'revoked'
}

function Summary({ screens }: { screens: readonly ScreenView[] }) {
  const copy = useCopy()
  const active = screens.filter((screen) => screen.health !== 'revoked')
  const counts = countByHealth(active)
  const ok = counts.find(({ health }) => health === 'ok')?.count ?? 0
  const said = copy.screens.running(ok, active.length)
  return (
    <section className="fleet-summary">
      <p className="big">
        <b>{said.big}</b> {said.rest}
      </p>
      <div className="fleet-bar" aria-hidden="true">
        {counts.map(({ health, count }) => (
          <i key={health} data-health={health} style={{ flexGrow: count }} />
        ))}
      </div>
    </section>
  )
}

function ScreenCard({ screen }: { screen: ScreenView }) {
  const copy = useCopy()
  return (
    <li className="screen-card" data-health={screen.health}>
      <ScreenThumbnail screen={screen} />
      <div className="screen-text">
        <Link to="/man-hinh/$id" params={{ id: screen.id }}>
          {screen.settings.name}
        </Link>
        <ScreenStateTag health={screen.health} />
        <p>{screen.connected ? <OnNow screen={screen} /> : screen.areaName}</p>
        <p className="muted">
          {screen.lastSeenAt
            ? copy.screens.lastSeen(sayAgo(screen.lastSeenAt, copy))
            : copy.screens.neverSeen}
        </p>
      </div>
    </li>
  )
}

function OnNow({ screen }: { screen: ScreenView }) {
  const copy = useCopy()
  const on = useOnScreen(screen.id)
  if (!on.data) return <>{screen.areaName}</>
  return (
    <>
      {on.data.showing.kind === 'holding'
        ? copy.screens.holding
        : on.data.showing.title}
    </>
  )
}
