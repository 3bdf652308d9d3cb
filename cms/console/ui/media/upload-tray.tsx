import { Link } from '@tanstack/react-router'
import { formatNumber } from '../../../../shared/text/numbers.js'
import { Icon } from '../icon.js'
import { useWords } from '../language.js'
import { sentenceOf } from '../states.js'
import type { UploadDesk, UploadItem } from './upload-desk.js'

/** What is on its way, what came, what was refused and why. */
export function UploadTray({
  desk,
  items,
}: {
  desk: UploadDesk
  items: readonly UploadItem[]
}) {
  const { copy } = useWords()
  const words = copy.media
  if (items.length === 0) return null
  const failed = items.filter(({ state }) => state === 'failed').length
  const under = items.filter(({ state }) => state !== 'done').length - failed
  return (
    <section className="card pad upload-tray" aria-label={words.uploads}>
      <div className="tray-head">
        <h2 role="status">
          {under > 0
            ? words.uploadsLeft(under)
            : failed > 0
              ? words.uploadsFailed(failed)
              : words.uploadsDone}
        </h2>
        <button type="button" className="link" onClick={desk.dropDone}>
          {words.clearDone}
        </button>
      </div>
      <ul>
        {items.map((item) => (
          <Row key={item.key} item={item} desk={desk} />
        ))}
      </ul>
    </section>
  )
}

function Row({ item, desk }: { item: UploadItem; desk: UploadDesk }) {
  const { copy, language } = useWords()
  const words = copy.media
  const percent = Math.round(item.share * 100)
  return (
    <li className={`upload upload-${item.state}`}>
      <div className="upload-name">
        <b>{item.name}</b>
        <small>{sayBytes(item.bytes, language)}</small>
      </div>
      {item.state === 'sending' || item.state === 'working' ? (
        <>
          <progress
            max={100}
            {...(item.state === 'sending' && { value: percent })}
            aria-label={item.name}
          />
          <span>
            {item.state === 'sending' ? `${percent} %` : words.working}
          </span>
        </>
      ) : (
        <Outcome item={item} />
      )}
      <div className="upload-acts">
        {item.state === 'failed' && (
          <button
            type="button"
            className="btn"
            onClick={() => desk.retry(item.key)}
          >
            <Icon name="sync" />
            {copy.shell.retry}
          </button>
        )}
        {item.state !== 'done' && (
          <button
            type="button"
            className="link"
            aria-label={words.giveUp(item.name)}
            onClick={() => desk.drop(item.key)}
          >
            {copy.shell.cancel}
          </button>
        )}
      </div>
    </li>
  )
}

function Outcome({ item }: { item: UploadItem }) {
  const { copy } = useWords()
  const words = copy.media
  if (item.state === 'waiting') return <span>{words.waiting}</span>
  if (item.state === 'failed')
    return (
      <p className="upload-why" role="alert">
        {sentenceOf(item.error, copy)}
      </p>
    )
  const { media } = item
  if (!media) return null
  return (
    <p className="upload-why">
      {media.known ? words.known : words.arrived}
      {!media.known && media.alike.length > 0 && (
        <> {words.alikeAre(media.alike.map(({ name }) => name).join(', '))}</>
      )}{' '}
      <Link to="/kho/$id" params={{ id: media.id }}>
        {words.describe}
      </Link>
    </p>
  )
}

/** 2,4 MB */
export function sayBytes(bytes: number, language: 'vi' | 'en'): string {
  const kilo = Math.max(1, bytes / 1024)
  const [value, unit] = kilo < 1000 ? [kilo, 'KB'] : [kilo / 1024, 'MB']
  const rounded = value < 10 ? Math.round(value * 10) / 10 : Math.round(value)
  return `${formatNumber(rounded, { language })}\u00a0${unit}`
}
