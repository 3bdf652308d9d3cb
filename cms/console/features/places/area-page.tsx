// One area through time: what it was called, its codes, what became of it.
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import type { AreaDetails } from '../../../../shared/contract/api/areas.js'
import { areaQuery } from '../../api/queries.js'
import type { Copy } from '../../copy/vi.js'
import { useCopy } from '../../ui/language.js'
import { PageTop } from '../../ui/page.js'
import { FailedState, LoadingRows } from '../../ui/states.js'
import { Tag } from '../../ui/tag.js'
import { showDate } from '../../ui/time.js'
import { AreaActs } from './area-acts.js'

export function AreaPage() {
  const { id } = useParams({ from: '/dia-ban/$id' })
  const { places: words } = useCopy()
  const area = useQuery(areaQuery(id))
  if (!area.data)
    return (
      <div className="page-body">
        {area.isError ? (
          <FailedState error={area.error} retry={() => void area.refetch()} />
        ) : (
          <LoadingRows rows={5} height={64} />
        )}
      </div>
    )
  const { name, validUntil } = area.data
  return (
    <>
      <PageTop
        title={name}
        crumb={{ to: '/dia-ban', label: words.areas }}
        beside={
          validUntil && (
            <Tag tone="off" icon="clock">
              {words.closedOn(showDate(validUntil))}
            </Tag>
          )
        }
      />
      <div className="page-body stack narrow-page">
        <Facts area={area.data} />
        <History area={area.data} />
        <AreaActs key={area.data.version} area={area.data} />
      </div>
    </>
  )
}

function Facts({ area }: { area: AreaDetails }) {
  const { places: words } = useCopy()
  const parent = area.parentId && (
    <Link to="/dia-ban/$id" params={{ id: area.parentId }}>
      {area.parentName}
    </Link>
  )
  const facts: [string, ReactNode][] = [
    [words.kind, words.kinds[area.kind]],
    [words.code, area.code ?? words.noCode],
    [words.parent, parent],
    [words.screens, words.screenCount(area.screenCount)],
    [words.aliases, area.aliases.join('; ')],
    [words.tags, area.tags.join('; ')],
  ]
  return (
    <dl className="card pad place-facts">
      {facts
        .filter(([, value]) => Boolean(value))
        .map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
    </dl>
  )
}

type Span = { from: string | null; until: string | null }

function saySpan({ from, until }: Span, words: Copy['places']): string {
  const said = [
    from && words.since(showDate(from)),
    until && words.before(showDate(until)),
  ].filter(Boolean)
  return said.length > 0 ? said.join(' ') : words.always
}

function History({ area }: { area: AreaDetails }) {
  const { places: words } = useCopy()
  const merges = [
    ...area.mergedInto.map((one) => ({ ...one, say: words.mergedInto })),
    ...area.mergedFrom.map((one) => ({ ...one, say: words.mergedFrom })),
  ]
  return (
    <section className="card pad stack tight">
      <h2>{words.names}</h2>
      <ul>
        {area.names.map((one) => (
          <li key={one.from}>
            <b>{one.name}</b>, {saySpan(one, words)}
          </li>
        ))}
      </ul>
      {area.codes.length > 0 && <h2>{words.codes}</h2>}
      <ul>
        {area.codes.map((one) => (
          <li key={`${one.code} ${one.from}`}>
            <b>{one.code}</b>, {saySpan(one, words)}
            {one.alsoOf.map((other) => (
              <p className="muted" key={other.areaId}>
                {words.alsoOf(other.name, saySpan(other, words))}
              </p>
            ))}
          </li>
        ))}
      </ul>
      {merges.length > 0 && <h2>{words.merges}</h2>}
      <ul>
        {merges.map((one) => (
          <li key={one.areaId}>
            <Link to="/dia-ban/$id" params={{ id: one.areaId }}>
              {one.say(one.name, showDate(one.on))}
            </Link>
            {one.partial && ` (${words.partly})`}
          </li>
        ))}
      </ul>
    </section>
  )
}
