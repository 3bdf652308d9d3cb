/** Asks addresses for alerts: one message, or an Atom or RSS index of them. */
import { XMLParser } from 'fast-xml-parser'
import { AppError } from '../../../../../shared/kernel/app-error.js'
import { isoNow } from '../../../../../shared/kernel/clock.js'
import type { Log } from '../../../../../shared/kernel/log.js'
import type { KeptFeed } from './cap.repository.js'
import { CAP_MAX_BYTES } from './read-cap.js'
import { takeCap, type TakeCapDeps } from './take-cap.js'

/** What was fetched; null when it had not changed. */
export type Fetched = { text: string; etag: string | null } | null

export type FetchText = (
  url: string,
  options: { etag: string | null; maxBytes: number },
) => Promise<Fetched>

type Deps = TakeCapDeps & { fetchText: FetchText; log: Log }

/** An index longer than this is read in part, newest entries first. */
const MOST_ENTRIES = 50
const INDEX_MAX_BYTES = 2 * 1024 * 1024

/**
 * Asks every address once. A fault of one is written beside it and stops no
 * other. Returns how many new messages were taken.
 */
export async function pollCapFeeds(deps: Deps): Promise<number> {
  let taken = 0
  for (const feed of await deps.cap.listFeeds()) {
    const at = isoNow(deps.clock)
    try {
      const { count, etag } = await pollFeed(deps, feed)
      taken += count
      await deps.cap.savePolled(feed.id, { etag, at, trouble: null })
    } catch (error) {
      const trouble = error instanceof Error ? error.message : String(error)
      deps.log.warn({ feedId: feed.id, trouble }, 'CAP source not read')
      const { etag, id } = feed
      const said = trouble.slice(0, 200)
      await deps.cap.savePolled(id, { etag, at, trouble: said })
    }
  }
  return taken
}

async function pollFeed(deps: Deps, feed: KeptFeed) {
  const { url, etag } = feed
  const index = await deps.fetchText(url, { etag, maxBytes: INDEX_MAX_BYTES })
  if (index === null) return { count: 0, etag }
  const links = linksIn(index.text, url)
  if (links === null)
    return { count: await take(deps, feed, index.text), etag: index.etag }
  let count = 0
  for (const link of links) {
    const options = { etag: null, maxBytes: CAP_MAX_BYTES }
    const message = await deps.fetchText(link, options)
    if (message) count += await take(deps, feed, message.text)
  }
  return { count, etag: index.etag }
}

/** 1 when it was new. A bad message is said in the log and skipped. */
async function take(deps: Deps, feed: KeptFeed, xml: string): Promise<number> {
  const { id, ownerAreaId } = feed
  try {
    const result = await takeCap(deps, { xml, via: `feed:${id}`, ownerAreaId })
    return result.duplicate ? 0 : 1
  } catch (error) {
    if (!(error instanceof AppError)) throw error
    const { code, details } = error
    deps.log.warn({ feedId: id, code, ...details }, 'CAP message refused')
    return 0
  }
}

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  removeNSPrefix: true,
  parseTagValue: false,
  isArray: (name) => name === 'entry' || name === 'item' || name === 'link',
})

type Link = string | { '@href'?: string; '@type'?: string; '#text'?: string }
type Entry = { link?: Link[] }
type Index = {
  feed?: { entry?: Entry[] }
  rss?: { channel?: { item?: Entry[] } }
}

/** Addresses of the messages an index names, on its own host only. */
function linksIn(text: string, base: string): string[] | null {
  if (/<!(DOCTYPE|ENTITY)/i.test(text)) throw new Error('DOCTYPE')
  const index = parser.parse(text) as Index
  const entries = index.feed?.entry ?? index.rss?.channel?.item
  if (!index.feed && !index.rss) return null
  const own = new URL(base)
  const links = (entries ?? []).slice(0, MOST_ENTRIES).flatMap(({ link }) => {
    const all = link ?? []
    const typed = all.find(
      (one) => typeof one === 'object' && /cap/.test(one['@type'] ?? ''),
    )
    const chosen = typed ?? all[0]
    const href =
      typeof chosen === 'string'
        ? chosen
        : (chosen?.['@href'] ?? chosen?.['#text'])
    return href && URL.canParse(href, base) ? [new URL(href, base)] : []
  })
  return links
    .filter(({ origin }) => origin === own.origin)
    .map(({ href }) => href)
}
