// The scan of the document, page by page, for the one who has to believe it.
import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { MediaDetails } from '../../../shared/contract/api/media.js'
import { fileAddress, mediaItemQuery } from '../api/media-queries.js'
import { useCopy } from './language.js'
import { LoadingRows } from './states.js'

export function ScanView({ scanId }: { scanId: string }) {
  const words = useCopy().approvals
  const scan = useQuery(mediaItemQuery(scanId))
  if (scan.isError) return <p className="note note-warn">{words.scanGone}</p>
  if (!scan.data) return <LoadingRows rows={1} height={120} />
  const pages = pagesOf(scan.data)
  return (
    <div className="scan-view">
      <p className="muted">{words.scanOf(scan.data.name)}</p>
      {pages.length === 0 ? (
        <p className="note note-info">{words.scanPreparing}</p>
      ) : (
        <Pages pages={pages} />
      )}
    </div>
  )
}

type Page = { thumbnail: string; picture: string }

function pagesOf({ pages, renditions }: MediaDetails): Page[] {
  if (pages.length > 0) return pages
  return renditions
    ? [{ thumbnail: renditions.thumbnail, picture: renditions['2160'] }]
    : []
}

function Pages({ pages }: { pages: readonly Page[] }) {
  const copy = useCopy()
  const words = copy.approvals
  const [open, setOpen] = useState<number | null>(null)
  const shown = open === null ? undefined : pages[open]
  return (
    <>
      <ul className="scan-pages">
        {pages.map((page, index) => (
          <li key={page.picture}>
            <button type="button" onClick={() => setOpen(index)}>
              <img
                src={fileAddress(page.thumbnail)}
                alt={words.scanPage(index + 1, pages.length)}
                loading="lazy"
              />
            </button>
          </li>
        ))}
      </ul>
      <Modal
        opened={shown !== undefined}
        onClose={() => setOpen(null)}
        title={words.scanPage((open ?? 0) + 1, pages.length)}
        size="xl"
        closeButtonProps={{ 'aria-label': copy.shell.close }}
      >
        {shown && (
          <a
            className="scan-page"
            href={fileAddress(shown.picture)}
            target="_blank"
            rel="noreferrer"
          >
            <img src={fileAddress(shown.picture)} alt="" />
            {words.scanDownload}
          </a>
        )}
      </Modal>
    </>
  )
}
