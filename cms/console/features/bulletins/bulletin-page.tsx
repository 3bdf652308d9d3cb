// One bulletin: its real slide, where and when it is shown, how far it got,
// and what this person may do with it now.
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { BulletinView } from '../../../../shared/contract/api/bulletins.js'
import {
  areasQuery,
  groupsQuery,
  bulletinQuery,
  screensQuery,
  templatesQuery,
} from '../../api/queries.js'
import { BulletinStateTag } from '../../ui/bulletin-state.js'
import { fieldLabel } from '../../ui/field-label.js'
import { useCopy, useWords } from '../../ui/language.js'
import { PageTop } from '../../ui/page.js'
import { screensOf } from '../../ui/places/audience.rules.js'
import { saySchedule } from '../../ui/schedule-words.js'
import { ScanView } from '../../ui/scan-view.js'
import { FailedState, LoadingRows } from '../../ui/states.js'
import { showDate } from '../../ui/time.js'
import { BulletinActs } from './bulletin-acts.js'
import { BulletinSlide } from './bulletin-slide.js'
import { DeliveryCards } from './delivery-cards.js'
import { TimingCard } from './timing-card.js'

export function BulletinPage() {
  const copy = useCopy()
  const { id } = useParams({ from: '/ban-tin/$id' })
  const bulletin = useQuery(bulletinQuery(id))
  if (bulletin.isPending) {
    return (
      <div className="page-body">
        <LoadingRows rows={4} height={120} />
      </div>
    )
  }
  if (bulletin.isError) {
    return (
      <div className="page-body">
        <FailedState
          error={bulletin.error}
          retry={() => void bulletin.refetch()}
        />
      </div>
    )
  }
  const view = bulletin.data
  return (
    <>
      <PageTop
        title={view.title}
        crumb={{ to: '/ban-tin', label: copy.bulletins.title }}
        beside={<BulletinStateTag state={view.state} />}
        actions={<BulletinActs bulletin={view} />}
      />
      <div className="page-body two-columns">
        <BulletinSlide bulletin={view} />
        <div className="stack">
          <Notes bulletin={view} />
          <DeliveryCards bulletin={view} />
          <TimingCard bulletin={view} />
          <Facts bulletin={view} />
        </div>
      </div>
    </>
  )
}

function Notes({ bulletin }: { bulletin: BulletinView }) {
  const copy = useCopy()
  const { state, may, returnedBecause } = bulletin
  if (returnedBecause && (state === 'returned' || state === 'draft')) {
    return (
      <div className="note note-warn">
        <b>{copy.bulletins.returnedBecause}</b>
        <p className="as-typed">{returnedBecause}</p>
        <RemarkList bulletin={bulletin} />
      </div>
    )
  }
  if (state === 'submitted' && !may.release) {
    return <p className="note note-info">{copy.bulletins.waitingHint}</p>
  }
  return null
}

/** What has to be mended, by the name of its field. */
function RemarkList({ bulletin }: { bulletin: BulletinView }) {
  const words = useWords()
  const templates = useQuery(templatesQuery)
  const { revision, remarks } = bulletin
  const template = templates.data?.find(({ id }) => id === revision.templateId)
  if (remarks.length === 0) return null
  return (
    <ul>
      {remarks.map(({ pointer, text }) => (
        <li key={`${pointer} ${text}`}>
          <b>{fieldLabel(pointer, template, words)}</b>: {text}
        </li>
      ))}
    </ul>
  )
}

function Facts({ bulletin }: { bulletin: BulletinView }) {
  const copy = useCopy()
  const words = copy.bulletins
  const { revision } = bulletin
  const live = bulletin.liveRevisionNumber
  return (
    <dl className="card facts">
      <div>
        <dt>{words.where}</dt>
        <dd>
          <Places bulletin={bulletin} />
        </dd>
      </div>
      <div>
        <dt>{words.when}</dt>
        <dd>{saySchedule(revision.schedule, copy)}</dd>
      </div>
      <div>
        <dt>{words.priority}</dt>
        <dd>
          {words.priorities[revision.priority]}, {words.weight(revision.weight)}
        </dd>
      </div>
      {revision.basis && (
        <div>
          <dt>{copy.approvals.basis}</dt>
          <dd>
            {copy.approvals.basisLine(
              revision.basis.number,
              showDate(revision.basis.issuedOn),
              revision.basis.agency,
            )}
            {revision.basis.signer && (
              <p>{copy.approvals.signer(revision.basis.signer)}</p>
            )}
            {revision.basis.scanId && (
              <ScanView scanId={revision.basis.scanId} />
            )}
          </dd>
        </div>
      )}
      <div>
        <dt>{words.author}</dt>
        <dd>{bulletin.authorName}</dd>
      </div>
      <div>
        <dt>{words.owner}</dt>
        <dd>{bulletin.ownerAreaName}</dd>
      </div>
      <div>
        <dt>{words.revision}</dt>
        <dd>
          {live === null
            ? bulletin.revisionNumber
            : words.revisionLive(bulletin.revisionNumber, live)}
          <p>
            <Link to="/ban-tin/$id/lich-su" params={{ id: bulletin.id }}>
              {copy.drafts.history}
            </Link>
          </p>
        </dd>
      </div>
    </dl>
  )
}

/** The chosen areas and screens by name, and every screen they mean. */
function Places({ bulletin }: { bulletin: BulletinView }) {
  const copy = useCopy()
  const areas = useQuery(areasQuery)
  const screens = useQuery(screensQuery)
  const { audience } = bulletin.revision
  const groups = useQuery(groupsQuery).data ?? []
  const all = screensOf(audience, areas.data ?? [], screens.data ?? [], {
    groups,
    areaIds: [bulletin.ownerAreaId],
  })
  const named = [
    ...(areas.data ?? [])
      .filter((area) => audience.areaIds.includes(area.id))
      .map((area) => area.name),
    ...(screens.data ?? [])
      .filter((screen) => audience.screenIds.includes(screen.id))
      .map((screen) => screen.settings.name),
    ...groups
      .filter((group) => audience.groupIds?.includes(group.id))
      .map((group) => group.name),
  ]
  if (named.length === 0) return <>{copy.bulletins.noWhere}</>
  return (
    <>
      {named.join(', ')}
      <details>
        <summary>{copy.shell.screenCount(all.length)}</summary>
        <ul>
          {all.map((screen) => (
            <li key={screen.id}>{screen.settings.name}</li>
          ))}
        </ul>
      </details>
    </>
  )
}
