/**
 * Figures of the CMS, each beside a baseline on the same machine: how fast a
 * thousand screens have a notice, how many manifests and slides it makes.
 */
import { fork, type ChildProcess } from 'node:child_process'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'
import { WebSocketServer, type WebSocket } from 'ws'
import { screenRepository } from '../../cms/server/rooms/screens/screen.repository.js'
import { silentLog } from '../../shared/kernel/log.js'
import { signAssertion } from '../../shared/seal/assertion.js'
import { generateKeyPair } from '../../shared/seal/keys.js'
import { loadCatalogue } from '../../templates/engine/load-catalogue.js'
import { renderSlide } from '../../templates/engine/render-slide.js'
import {
  floodWarning,
  officialNotice,
  releasedBulletin,
} from '../support/bulletins.js'
import { SETTINGS } from '../support/fake-screen.js'
import { startCms, type RunningCms } from '../support/start-cms.js'
import type { BenchRow } from './bench-row.js'
import type { LoadAnswer, LoadOrder, LoadScreen } from './cms-load.js'

const SCREENS = 1000
const ROUNDS = 3
const SECONDS = 3
const now = () => performance.timeOrigin + performance.now()

/** Runs all; about a minute on two cores. */
export async function run(): Promise<BenchRow[]> {
  const cms = await startCms()
  const load = startLoad()
  try {
    const screens = await manyScreens(cms)
    const asked = await manifestRows(cms, load, screens)
    const urgent = await urgentRows(cms, load, screens)
    return [...urgent, ...asked, ...(await slideRows())]
  } finally {
    load.stop()
    await cms.stop()
  }
}

type Load = {
  order(order: LoadOrder): Promise<LoadAnswer>
  stop(): void
}

function startLoad(): Load {
  const script = fileURLToPath(new URL('./cms-load.ts', import.meta.url))
  const child: ChildProcess = fork(script, [], {
    execArgv: ['--import', 'tsx'],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  })
  return {
    order: (order) =>
      new Promise((resolve, reject) => {
        const gone = () => reject(new Error('the load generator has gone'))
        child.once('exit', gone)
        child.once('message', (answer: LoadAnswer) => {
          child.off('exit', gone)
          resolve(answer)
        })
        child.send(order)
      }),
    stop: () => void child.kill(),
  }
}

/** Paired by the repository: a thousand claims are not what is measured. */
async function manyScreens(cms: RunningCms): Promise<LoadScreen[]> {
  const { core } = cms.cms
  const screens = screenRepository(core.database.db)
  const made: LoadScreen[] = []
  for (let index = 0; index < SCREENS; index += 1) {
    const { publicKey, privateKey } = await generateKeyPair()
    const id = `bench-screen-${index}`
    await screens.insert({
      id,
      settings: { ...SETTINGS, name: `Màn hình ${index}` },
      publicKey,
      player: {
        version: '0',
        platform: 'bench',
        host: 'bench',
        width: 1920,
        height: 1080,
      },
      pairedAt: new Date().toISOString(),
    })
    made.push({ id, key: privateKey })
  }
  return made
}

type Heard = { delivered: number; answered: number; click: number }

async function urgentRows(
  cms: RunningCms,
  load: Load,
  screens: LoadScreen[],
): Promise<BenchRow[]> {
  const duty = await cms.as('thuy')
  // What was released before has reached every manifest.
  const sealing = await sealedPerSecond(cms)
  await load.order({ do: 'sockets', url: cms.url, screens })
  const ours = async (answering: boolean): Promise<Heard> => {
    const heard = load.order({ do: 'listen', answering })
    await settled(cms)
    const click = now()
    await duty.call('createNotice', { body: floodWarning() })
    return timesOf(await heard, click)
  }
  const delivery = await rounds(() => ours(false))
  const receipts = await rounds(() => ours(true))
  await load.order({ do: 'close' })
  const bytes = await pushBytes(cms)
  const bare = await bareBroadcast(load, bytes)
  const size = `${Math.round(bytes / 1000)} kB`
  return [
    {
      what: `manifests sealed a second, ${SCREENS} screens in one go`,
      value: sealing,
      baseline: '–',
    },
    {
      what: `urgent to ${SCREENS} sockets, ${size}: first to last arrival`,
      value: ms(delivery.delivered),
      baseline: `bare ws ${ms(bare.delivery.delivered)} (${ratio(delivery.delivered, bare.delivery.delivered)})`,
      aim: '≤ 2 ×',
    },
    {
      what: `urgent to ${SCREENS} sockets: from the order to the last arrival`,
      value: ms(delivery.click),
      baseline: `bare ws ${ms(bare.delivery.click)}`,
    },
    {
      what: `urgent to ${SCREENS} sockets: from the order to the last receipt, signed, verified and durable`,
      value: ms(receipts.answered),
      baseline: `bare ws, unsigned and unstored ${ms(bare.receipts.answered)} (${ratio(receipts.answered, bare.receipts.answered)})`,
      aim: '≤ 2 ×',
    },
  ]
}

async function sealedPerSecond(cms: RunningCms): Promise<string> {
  const [author, approver] = [await cms.as('ha'), await cms.as('thuy')]
  const begin = now()
  await releasedBulletin(author, approver, officialNotice())
  return `${Math.round(SCREENS / ((now() - begin) / 1000))}/s`
}

function timesOf(answer: LoadAnswer, click: number): Heard {
  if (answer.done !== 'heard') throw new Error(`load said ${answer.done}`)
  const first = Math.min(...answer.arrivals)
  const last = Math.max(...answer.arrivals)
  return {
    delivered: last - first,
    click: last - click,
    answered: Math.max(0, ...answer.answered) - click,
  }
}

async function pushBytes(cms: RunningCms): Promise<number> {
  const row = await cms.cms.core.database.db
    .selectFrom('notices')
    .select(['sealed', 'payload_json'])
    .executeTakeFirstOrThrow()
  const { slides } = JSON.parse(row.payload_json) as {
    slides: { sizeBytes: number }[]
  }
  const inline = slides.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0)
  return row.sealed.length + Math.ceil((inline * 4) / 3)
}

async function bareBroadcast(load: Load, bytes: number) {
  const server = new WebSocketServer({ port: 0, perMessageDeflate: false })
  const clients: WebSocket[] = []
  server.on('connection', (client) => {
    clients.push(client)
    client.on('message', () => client.send('ok'))
  })
  const { port } = server.address() as AddressInfo
  const url = `ws://127.0.0.1:${port}`
  await load.order({ do: 'bare', url, count: SCREENS, answerBytes: 600 })
  const words = Buffer.from('x'.repeat(bytes))
  const once = async (answering: boolean) => {
    const heard = load.order({ do: 'listen', answering })
    await pause(300)
    const click = now()
    for (const client of clients) client.send(words)
    return timesOf(await heard, click)
  }
  const delivery = await rounds(() => once(false))
  const receipts = await rounds(() => once(true))
  await load.order({ do: 'close' })
  server.close()
  return { delivery, receipts }
}

async function manifestRows(
  cms: RunningCms,
  load: Load,
  screens: LoadScreen[],
): Promise<BenchRow[]> {
  const [author, approver] = [await cms.as('ha'), await cms.as('thuy')]
  for (let index = 0; index < 8; index += 1)
    await releasedBulletin(author, approver, officialNotice())
  const some = screens.slice(0, 100)
  const tokens = await Promise.all(
    some.map(({ id, key }) =>
      signAssertion({
        subject: id,
        signer: { kid: id, key },
        now: Date.now(),
        jti: `bench-${id}`,
      }),
    ),
  )
  const etags: string[] = []
  let body = ''
  for (const token of tokens) {
    const answer = await fetch(`${cms.url}/screen/v1/manifest`, {
      headers: { Authorization: `Bearer ${token}` },
    })
    etags.push(answer.headers.get('etag') ?? '')
    body = await answer.text()
  }
  const bare = createServer((_request, response) => {
    response.setHeader('Content-Type', 'application/json').end(body)
  })
  await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve))
  const { port } = bare.address() as AddressInfo
  const ask = {
    do: 'ask',
    path: '/screen/v1/manifest',
    seconds: SECONDS,
  } as const
  const fresh = await load.order({ ...ask, url: cms.url, tokens })
  const same = await load.order({ ...ask, url: cms.url, tokens, etags })
  const url = `http://127.0.0.1:${port}`
  const baseline = await load.order({ ...ask, url, tokens })
  bare.close()
  const size = `${Math.round(body.length / 1000)} kB`
  return [
    {
      what: `manifests a second, fresh, ${size}, assertion verified each time`,
      value: perSecond(fresh, '200'),
      baseline: `bare node:http, the same bytes ${perSecond(baseline, '200')}`,
    },
    {
      what: 'manifests a second, 304',
      value: perSecond(same, '304'),
      baseline: `bare node:http, the same bytes ${perSecond(baseline, '200')}`,
    },
  ]
}

async function slideRows(): Promise<BenchRow[]> {
  const folder = fileURLToPath(new URL('../../templates', import.meta.url))
  const catalogue = await loadCatalogue({ folders: [folder], log: silentLog })
  const rows: BenchRow[] = []
  for (const id of ['official-notice', 'candidates', 'indicators']) {
    const { sample } = catalogue.get(id)
    const order = {
      templateId: id,
      fields: sample,
      language: 'vi',
      resolutionClass: '1080',
      resolveMedia: () => Promise.resolve(null),
    } as const
    await renderSlide(catalogue, order)
    let made = 0
    const end = now() + 2000
    while (now() < end) {
      await renderSlide(catalogue, order)
      made += 1
    }
    rows.push({
      what: `slides rendered a second: ${id}`,
      value: `${Math.round(made / 2)}/s`,
      baseline: 'one process, one core',
    })
  }
  return rows
}

/** The median round, by the last arrival. */
async function rounds(once: () => Promise<Heard>): Promise<Heard> {
  const all: Heard[] = []
  for (let round = 0; round <= ROUNDS; round += 1) {
    const heard = await once()
    // The first one warms up.
    if (round > 0) all.push(heard)
  }
  const median = (of: (heard: Heard) => number) =>
    all.map(of).sort((a, b) => a - b)[Math.floor(all.length / 2)] ?? 0
  return {
    delivered: median((one) => one.delivered),
    answered: median((one) => one.answered),
    click: median((one) => one.click),
  }
}

function perSecond(answer: LoadAnswer, status: string): string {
  if (answer.done !== 'asked') throw new Error(`load said ${answer.done}`)
  const others = Object.keys(answer.statuses).filter((one) => one !== status)
  if (others.length > 0) throw new Error(`answered ${others.join(', ')}`)
  return `${Math.round(answer.requests / SECONDS)}/s`
}

/** Manifests of the notice before are all sealed, and a moment has passed. */
async function settled(cms: RunningCms): Promise<void> {
  const { db } = cms.cms.core.database
  for (;;) {
    await pause(500)
    const { version } = await db
      .selectFrom('programme_state')
      .select('version')
      .executeTakeFirstOrThrow()
    const behind = await db
      .selectFrom('screens')
      .select('id')
      .where('built_version', '<', version)
      .executeTakeFirst()
    if (!behind) return pause(500)
  }
}

/** The listeners are in place before anything is sent; what was has settled. */
const pause = (forMs: number): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, forMs))
const ms = (value: number) => `${value.toFixed(0)} ms`
const ratio = (ours: number, theirs: number) =>
  `${(ours / theirs).toFixed(1)} ×`
