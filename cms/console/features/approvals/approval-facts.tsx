import { useQuery } from '@tanstack/react-query'
import type { BulletinView } from '../../../../shared/contract/api/bulletins.js'
import { areasQuery, groupsQuery, screensQuery } from '../../api/queries.js'
import { useCopy } from '../../ui/language.js'
import { ScanView } from '../../ui/scan-view.js'
import { saySchedule } from '../../ui/schedule-words.js'

/** Căn cứ, nơi, thời gian, người soạn. */
export function ApprovalFacts(props: {
  bulletin: BulletinView
  screens: number
}) {
  const copy = useCopy()
  const words = copy.approvals
  const { revision, authorName } = props.bulletin
  const { basis, audience } = revision
  const areas = useQuery(areasQuery)
  const screens = useQuery(screensQuery)
  const groups = useQuery(groupsQuery).data ?? []
  const places = [
    ...(areas.data ?? [])
      .filter(({ id }) => audience.areaIds.includes(id))
      .map(({ name }) => name),
    ...(screens.data ?? [])
      .filter(({ id }) => audience.screenIds.includes(id))
      .map(({ settings }) => settings.name),
    ...groups
      .filter(({ id }) => audience.groupIds?.includes(id))
      .map(({ name }) => name),
  ]
  return (
    <section className="stack" aria-label={words.facts}>
      <h2>{words.facts}</h2>
      <dl className="card facts">
        <div>
          <dt>{words.basis}</dt>
          <dd>
            {basis
              ? words.basisLine(
                  basis.number,
                  basis.issuedOn.split('-').reverse().join('/'),
                  basis.agency,
                )
              : words.noBasis}
            {basis?.signer && <p>{words.signer(basis.signer)}</p>}
            {basis?.scanId && <ScanView scanId={basis.scanId} />}
          </dd>
        </div>
        <div>
          <dt>{copy.bulletins.where}</dt>
          <dd>
            {places.join(', ')}
            <p>{copy.shell.screenCount(props.screens)}</p>
          </dd>
        </div>
        <div>
          <dt>{copy.bulletins.when}</dt>
          <dd>{saySchedule(revision.schedule, copy)}</dd>
        </div>
        <div>
          <dt>{copy.bulletins.author}</dt>
          <dd>{authorName}</dd>
        </div>
      </dl>
    </section>
  )
}
