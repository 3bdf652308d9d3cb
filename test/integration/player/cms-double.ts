/*
 * A CMS of a few lines for the player's tests: the real seals, the real wire,
 * and a switch for every way in which the other side can be bad.
 */
import { createHash, randomBytes } from 'node:crypto'
import {
  createServer,
  type IncomingMessage,
  type ServerResponse,
} from 'node:http'
import type { AddressInfo } from 'node:net'
import { Server as SocketServer, type Socket } from 'socket.io'
import type { FileRef, Manifest } from '../../../shared/contract/manifest.js'
import type { Notice, Recall } from '../../../shared/contract/notice.js'
import type { PublicJwk } from '../../../shared/contract/primitives.js'
import type { Receipt } from '../../../shared/contract/receipt.js'
import type { Report } from '../../../shared/contract/screen-link.js'
import {
  generateKeyPair,
  thumbprint,
  type PrivateJwk,
} from '../../../shared/seal/keys.js'
import { openReceipt } from '../../../shared/seal/open.js'
import { seal, type Signer } from '../../../shared/seal/seal.js'
import { verifyAssertion } from '../../../shared/seal/assertion.js'
import { bodyOf, stranger } from './wire.js'

export type Pair = { publicKey: PublicJwk; privateKey: PrivateJwk }
export const SCREEN = 'screen-1'
const HOUR = 3_600_000

export const hashOf = (bytes: Uint8Array | string) =>
  createHash('sha256').update(bytes).digest('hex')
export const iso = (at: number) => new Date(at).toISOString()

export class CmsDouble {
  readonly files = new Map<string, Buffer>()
  readonly receipts: Receipt[] = []
  readonly reports: Report[] = []
  readonly requests: { path: string; range: string | undefined }[] = []
  readonly sockets = new Set<Socket>()
  /** Bytes after which the next answer with a file is cut. */
  cutAt: number | null = null
  /** What every file request gets instead of the file. */
  wrongBytes: Buffer | null = null
  clockOffsetMs = 0
  /** The time comes from somebody on the way. */
  forgesTime = false
  claimed = false
  manifest = ''
  keyring = ''
  number = 0
  screenKey: PublicJwk | null = null
  root!: Pair
  keys!: Pair
  signer!: Signer
  url = ''
  private stopServer: () => Promise<void> = async () => {}

  static async start(port = 0, from?: CmsDouble): Promise<CmsDouble> {
    const cms = new CmsDouble()
    if (from) {
      for (const [name, bytes] of from.files) cms.files.set(name, bytes)
      cms.screenKey = from.screenKey
      cms.manifest = from.manifest
      cms.number = from.number
    }
    cms.root = from?.root ?? (await generateKeyPair())
    cms.keys = from?.keys ?? (await generateKeyPair())
    cms.signer = {
      kid: await thumbprint(cms.keys.publicKey),
      key: cms.keys.privateKey,
    }
    cms.keyring = await cms.makeKeyring(1)
    await cms.listen(port)
    return cms
  }

  get port(): number {
    return Number(new URL(this.url).port)
  }

  async makeKeyring(number: number): Promise<string> {
    const now = Date.now()
    return seal(
      'keyring',
      {
        kind: 'keyring',
        protocol: 1,
        number,
        issuedAt: iso(now),
        organisation: 'Tỉnh thử',
        keys: [
          {
            kid: this.signer.kid,
            key: this.keys.publicKey,
            notBefore: iso(now - 48 * HOUR),
            notAfter: iso(now + 1000 * HOUR),
          },
        ],
      },
      { kid: await thumbprint(this.root.publicKey), key: this.root.privateKey },
    )
  }

  addFile(content: string | Buffer): string {
    const bytes = Buffer.from(content)
    const name = hashOf(bytes)
    this.files.set(name, bytes)
    return name
  }

  /** A manifest of `count` one-slide items, number one higher than the last. */
  makeManifest(count: number, changes: Partial<Manifest> = {}): Manifest {
    this.number += 1
    const frame = this.addFile('<html><head></head>frame</html>')
    const holding = this.addFile('<html><head></head>holding</html>')
    const slides = Array.from({ length: count }, (_, i) =>
      this.addFile(`<html><head></head>slide ${i} of ${this.number}</html>`),
    )
    const names = [...new Set([frame, holding, ...slides])]
    return {
      kind: 'manifest',
      protocol: 1,
      number: this.number,
      issuedAt: iso(Date.now()),
      staleAfter: iso(Date.now() + 720 * HOUR),
      screen: {
        id: SCREEN,
        name: 'Nhà văn hoá Ia Mơr',
        areaId: 'area-1',
        timeZone: 'Asia/Ho_Chi_Minh',
        orientation: 'landscape',
        resolutionClass: '1080',
        languages: ['vi'],
        textStep: 1,
      },
      furniture: { frame, holding, ticker: [] },
      items: slides.map((sha256, i) => ({
        id: `item-${i}`,
        releaseId: `release-${i}`,
        bulletinId: `bulletin-${i}`,
        title: `Bản tin ${i}`,
        category: 'notice',
        owner: 'UBND xã',
        frame: 'furnished' as const,
        priority: 'normal' as const,
        weight: 1,
        order: i,
        schedule: {},
        slides: [{ language: 'vi' as const, sha256, slotSeconds: 10 }],
      })),
      notices: [],
      recalls: [],
      files: names.map((sha256) => this.refOf(sha256)),
      ...changes,
    }
  }

  refOf(sha256: string) {
    const sizeBytes = this.files.get(sha256)?.length ?? 1
    return { sha256, sizeBytes, mediaType: 'text/html' }
  }

  async release(manifest: Manifest): Promise<void> {
    this.manifest = await seal('manifest', manifest, this.signer)
    for (const socket of this.sockets) socket.emit('release', { spreadMs: 0 })
  }

  makeNotice(html: string, changes: Partial<Notice> = {}): Notice {
    const sha256 = this.addFile(html)
    return {
      kind: 'notice',
      protocol: 1,
      id: `notice-${randomBytes(4).toString('hex')}`,
      version: 1,
      issuedAt: iso(Date.now() - 1000),
      startsAt: iso(Date.now() - 1000),
      expiresAt: iso(Date.now() + HOUR),
      level: 3,
      drill: false,
      title: 'Lũ quét',
      issuer: 'UBND tỉnh',
      screens: [SCREEN],
      slides: [
        {
          language: 'vi',
          sha256,
          sizeBytes: Buffer.byteLength(html),
          slotSeconds: 10,
        },
      ],
      ...changes,
    }
  }

  inline(notice: Notice) {
    return notice.slides.map(({ sha256 }) => ({
      sha256,
      mediaType: 'text/html',
      base64: (this.files.get(sha256) ?? Buffer.from('')).toString('base64'),
    }))
  }

  async push(
    notice: Notice,
    signer = this.signer,
    kit: FileRef[] = [],
  ): Promise<void> {
    const sealed = await seal('notice', notice, signer)
    this.emit('notice', { sealed, files: this.inline(notice), kit })
  }

  async recall(target: Recall['target'], id = 'recall-1'): Promise<void> {
    const recall: Recall = {
      kind: 'recall',
      protocol: 1,
      id,
      issuedAt: iso(Date.now()),
      target,
      screens: [SCREEN],
    }
    this.emit('recall', { sealed: await seal('recall', recall, this.signer) })
  }

  emit(event: string, payload: unknown): void {
    for (const socket of this.sockets) socket.emit(event, payload)
  }

  /** States this notice was reported in, in order. */
  said(noticeId: string): string[] {
    return this.receipts
      .filter((r) => r.noticeId === noticeId)
      .map((r) => r.state)
  }

  stop(): Promise<void> {
    return this.stopServer()
  }

  private async listen(port: number): Promise<void> {
    const server = createServer((request, response) => {
      this.answer(request, response).catch(() => response.destroy())
    })
    const sockets = new SocketServer(server, { transports: ['websocket'] })
    sockets.of('/screens').use((socket, next) => {
      const { assertion } = socket.handshake.auth as { assertion: string }
      void this.trusts(assertion).then((ok) =>
        next(
          ok
            ? undefined
            : Object.assign(new Error('no'), {
                data: { code: 'auth.assertion_invalid' },
              }),
        ),
      )
    })
    sockets.of('/screens').on('connection', (socket) => {
      this.sockets.add(socket)
      socket.on('disconnect', () => this.sockets.delete(socket))
      socket.on('report', (report: Report, done) => {
        void this.take(report).then(() => done({ ok: true }))
      })
    })
    await new Promise<void>((resolve, reject) => {
      server.once('error', reject)
      server.listen(port, '127.0.0.1', resolve)
    })
    this.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    this.stopServer = async () => {
      await sockets.close()
      server.closeAllConnections()
    }
  }

  private async trusts(assertion: string): Promise<boolean> {
    if (!this.screenKey) return false
    const verdict = await verifyAssertion(assertion, {
      key: this.screenKey,
      subject: SCREEN,
      now: Date.now() + this.clockOffsetMs,
    })
    return verdict.ok
  }

  private async take(report: Report): Promise<void> {
    this.reports.push(report)
    for (const jws of report.receipts ?? []) {
      if (!this.screenKey) continue
      const opened = await openReceipt(jws, {
        key: this.screenKey,
        screenId: SCREEN,
      })
      if (opened.ok) this.receipts.push(opened.value)
    }
  }

  private async answer(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const path = (request.url ?? '').replace('/screen/v1', '')
    this.requests.push({ path, range: request.headers.range })
    const say = (body: object, status = 200) =>
      response.writeHead(status).end(JSON.stringify(body))
    if (path.startsWith('/time')) return void say(await this.time(path))
    if (path === '/pairings') return void say(await this.offer(request))
    if (path.startsWith('/pairings/')) return void say(this.pairing())
    const token = (request.headers.authorization ?? '').replace('Bearer ', '')
    if (!(await this.trusts(token)))
      return void say(this.problem('auth.assertion_clock'), 401)
    if (path === '/keyring') return void say({ keyring: this.keyring })
    if (path === '/reports') {
      await this.take((await bodyOf(request)) as Report)
      return void say({ acceptedReceipts: 0 })
    }
    if (path === '/manifest') return this.sendManifest(request, response)
    return this.sendFile(path.replace('/files/', ''), request, response)
  }

  private async offer(request: IncomingMessage) {
    const body = (await bodyOf(request)) as { publicKey: PublicJwk }
    this.screenKey = body.publicKey
    const expiresAt = iso(Date.now() + this.clockOffsetMs + 600_000)
    return { pairingId: 'pairing-1', code: 'ABC234', expiresAt }
  }

  private async time(path: string) {
    const now = iso(Date.now() + this.clockOffsetMs)
    const nonce = new URL(path, this.url).searchParams.get('nonce')
    const payload = { kind: 'time', now, nonce }
    const signer = this.forgesTime ? await stranger() : this.signer
    const sealed = await seal('time', payload, signer)
    return { now, sealed, keyring: this.keyring }
  }

  private pairing() {
    if (!this.claimed)
      return { state: 'waiting', expiresAt: iso(Date.now() + 600_000) }
    return {
      state: 'claimed',
      screenId: SCREEN,
      screenName: 'Nhà văn hoá Ia Mơr',
      organisation: 'Tỉnh thử',
      rootKey: this.root.publicKey,
      keyring: this.keyring,
    }
  }

  private sendManifest(request: IncomingMessage, response: ServerResponse) {
    const etag = `"${hashOf(this.manifest).slice(0, 20)}"`
    if (!this.manifest) return void response.writeHead(404).end()
    if (request.headers['if-none-match'] === etag)
      return void response.writeHead(304).end()
    const { manifest, keyring } = this
    response.writeHead(200, { etag }).end(JSON.stringify({ manifest, keyring }))
  }

  private sendFile(
    name: string,
    request: IncomingMessage,
    response: ServerResponse,
  ): void {
    const bytes = this.wrongBytes ?? this.files.get(name)
    if (!bytes) {
      response
        .writeHead(404)
        .end(JSON.stringify(this.problem('file.not_found')))
      return
    }
    const from = Number(/bytes=(\d+)-/.exec(request.headers.range ?? '')?.[1])
    const start = Number.isNaN(from) ? 0 : from
    response.writeHead(start ? 206 : 200, {
      'content-length': bytes.length - start,
      ...(start
        ? {
            'content-range': `bytes ${start}-${bytes.length - 1}/${bytes.length}`,
          }
        : {}),
    })
    if (this.cutAt === null || bytes.length <= this.cutAt)
      return void response.end(bytes.subarray(start))
    const cut = this.cutAt
    this.cutAt = null
    response.write(bytes.subarray(start, cut), () =>
      setImmediate(() => response.destroy()),
    )
  }

  private problem(code: string) {
    return {
      type: 'about:blank',
      title: code,
      status: 400,
      code,
      detail: code,
      requestId: 'test',
    }
  }
}
