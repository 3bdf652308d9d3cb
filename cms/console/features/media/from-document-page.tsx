// A document beside the draft it becomes: its text, its pages or its tables.
import { SegmentedControl } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link, useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { MediaContent } from '../../../../shared/contract/api/media-content.js'
import type { MediaDetails } from '../../../../shared/contract/api/media.js'
import type { TemplateView } from '../../../../shared/contract/template.js'
import {
  contentQuery,
  fileAddress,
  mediaItemQuery,
} from '../../api/media-queries.js'
import { templatesQuery } from '../../api/queries.js'
import { useCopy } from '../../ui/language.js'
import { MediaTags } from '../../ui/media/media-card.js'
import { PageTop } from '../../ui/page.js'
import { FailedState, LoadingRows } from '../../ui/states.js'
import { ScanDraft } from './scan-draft.js'
import { TableDraft } from './table-draft.js'
import { TextDraft } from './text-draft.js'

export function FromDocumentPage() {
  const { media: words } = useCopy()
  const { id } = useParams({ from: '/kho/$id/soan' })
  const item = useQuery(mediaItemQuery(id))
  const ready = item.data?.state === 'ready'
  const content = useQuery({ ...contentQuery(id), enabled: ready })
  const templates = useQuery(templatesQuery)
  const error = item.error ?? content.error ?? templates.error
  return (
    <>
      <PageTop
        title={words.fromTitle}
        crumb={{ to: '/kho', label: words.title }}
        beside={item.data ? <MediaTags media={item.data} /> : null}
      />
      <div className="page-body">
        {error && (
          <FailedState
            error={error}
            retry={() => {
              void item.refetch()
              void content.refetch()
            }}
          />
        )}
        {!error && !(item.data && content.data && templates.data) && (
          <LoadingRows rows={3} height={160} />
        )}
        {item.data && content.data && templates.data && (
          <div className="two-columns from-document">
            <Original media={item.data} content={content.data} />
            <Ways
              media={item.data}
              content={content.data}
              templates={templates.data.filter(({ use }) => use === 'bulletin')}
            />
          </div>
        )}
      </div>
    </>
  )
}

function Original(props: { media: MediaDetails; content: MediaContent }) {
  const { media, content } = props
  const { media: words } = useCopy()
  return (
    <section className="card pad stack tight" aria-label={words.original}>
      <h2>
        <Link to="/kho/$id" params={{ id: media.id }}>
          {media.name}
        </Link>
      </h2>
      <div className="original" tabIndex={0}>
        {media.pages.map((page) => (
          <img
            key={page.number}
            src={fileAddress(page.picture)}
            alt={words.pageOf(page.number, page.text.slice(0, 200))}
            loading="lazy"
          />
        ))}
        {media.pages.length === 0 && content.text !== '' && (
          <p className="as-typed">{content.text}</p>
        )}
        {content.tables.map((table) => (
          <table key={table.name} className="plain-table">
            <caption>{words.tableOf(table.name)}</caption>
            <tbody>
              {table.rows.map((row) => (
                <tr key={row.number}>
                  <th scope="row">{row.number}</th>
                  {row.cells.map((cell, at) => (
                    <td key={at}>{cell}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        ))}
      </div>
    </section>
  )
}

function Ways(props: {
  media: MediaDetails
  content: MediaContent
  templates: TemplateView[]
}) {
  const { media, content, templates } = props
  const { media: words } = useCopy()
  const ways = [
    ...(content.text === '' ? [] : [{ value: 'text', label: words.asText }]),
    ...(media.pages.length > 0
      ? [{ value: 'scan', label: words.asPages }]
      : []),
    ...content.tables.map((table) => ({
      value: `table-${table.name}`,
      label: words.tableOf(table.name),
    })),
  ]
  const [way, setWay] = useState(ways[0]?.value ?? '')
  const table = content.tables.find(({ name }) => way === `table-${name}`)
  if (ways.length === 0)
    return <p className="note note-warn">{words.nothingInside}</p>
  return (
    <div className="stack">
      {ways.length > 1 && (
        <SegmentedControl value={way} data={ways} onChange={setWay} />
      )}
      {way === 'text' && (
        <TextDraft media={media} text={content.text} templates={templates} />
      )}
      {way === 'scan' && <ScanDraft media={media} />}
      {table && (
        <TableDraft
          key={table.name}
          media={media}
          table={table}
          templates={templates}
        />
      )}
    </div>
  )
}
