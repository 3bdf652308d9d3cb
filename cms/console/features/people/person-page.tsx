// One person: who it is, every role past and to come, and what can be done.
import { queryOptions, useQuery } from '@tanstack/react-query'
import { useParams } from '@tanstack/react-router'
import type { PersonView } from '../../../../shared/contract/api/people.js'
import { call } from '../../api/client.js'
import { useCopy } from '../../ui/language.js'
import { PageTop } from '../../ui/page.js'
import { FailedState, LoadingRows } from '../../ui/states.js'
import { Tag } from '../../ui/tag.js'
import { sayWhen } from '../../ui/time.js'
import { GrantSection } from './grant-section.js'
import { PersonActs } from './person-acts.js'

export function personQuery(id: string) {
  return queryOptions({
    queryKey: ['people', 'one', id],
    queryFn: ({ signal }) => call('getPerson', { params: { id }, signal }),
  })
}

export function PersonPage() {
  const copy = useCopy()
  const { id } = useParams({ from: '/nguoi-dung/$id' })
  const person = useQuery(personQuery(id))
  return (
    <>
      <PageTop
        title={person.data?.displayName ?? copy.people.title}
        crumb={{ to: '/nguoi-dung', label: copy.people.title }}
        beside={person.data?.frozen ? <FrozenTag /> : null}
      />
      <div className="page-body">
        {person.isPending && <LoadingRows rows={3} height={120} />}
        {person.isError && (
          <FailedState
            error={person.error}
            retry={() => void person.refetch()}
          />
        )}
        {person.data && (
          <div className="two-columns">
            <GrantSection person={person.data} />
            <div className="stack">
              <Facts person={person.data} />
              {person.data.may.manage && <PersonActs person={person.data} />}
            </div>
          </div>
        )}
      </div>
    </>
  )
}

function FrozenTag() {
  return (
    <Tag tone="off" icon="cross">
      {useCopy().people.frozen}
    </Tag>
  )
}

function Facts({ person }: { person: PersonView }) {
  const copy = useCopy()
  const words = copy.people
  const factors = [
    person.authenticator ? words.hasAuthenticator : null,
    person.passkeyCount > 0 ? words.hasPasskeys(person.passkeyCount) : null,
  ].filter((word) => word !== null)
  const rows: [string, string][] = [
    [copy.shell.userName, person.userName],
    [words.post, person.post || '–'],
    [words.unit, person.areaName || '–'],
    [
      words.factor,
      factors.length > 0
        ? factors.join(', ')
        : person.lacksSecondFactor
          ? words.lacksFactor
          : words.noFactor,
    ],
    [words.sessions, words.sessionCount(person.sessionCount)],
  ]
  if (person.temporaryPassword)
    rows.push([copy.shell.password, words.temporary])
  if (person.frozenAt)
    rows.push([
      words.frozen,
      [sayWhen(person.frozenAt, copy), person.frozenReason]
        .filter(Boolean)
        .join(' – '),
    ])
  return (
    <section className="card pad">
      <dl className="facts">
        {rows.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
