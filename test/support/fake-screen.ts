/**
 * A screen without a glass: it pairs, signs, pulls, listens and answers as a
 * player does, and does just what a test tells it to.
 */
import { io, type Socket } from 'socket.io-client'
import type { ScreenSettings } from '../../shared/contract/api/screens.js'
import type { Keyring } from '../../shared/contract/keyring.js'
import type { Manifest } from '../../shared/contract/manifest.js'
import type { Notice } from '../../shared/contract/notice.js'
import type { PublicJwk } from '../../shared/contract/primitives.js'
import type { Receipt } from '../../shared/contract/receipt.js'
import {
  manifestAnswerSchema,
  pairingAnswerSchema,
  pairingOfferSchema,
  type PairingAnswer,
  type PairingOffer,
  type Report,
  type ScreenStatus,
  type ScreenToServerEvents,
  type ServerToScreenEvents,
} from '../../shared/contract/screen-link.js'
import { signAssertion } from '../../shared/seal/assertion.js'
import { generateKeyPair, type PrivateJwk } from '../../shared/seal/keys.js'
import { openKeyring, openManifest } from '../../shared/seal/open.js'
import { seal } from '../../shared/seal/seal.js'
import type { CmsClient } from './cms-client.js'
import { AREAS } from './start-cms.js'

export type KeyPair = { publicKey: PublicJwk; privateKey: PrivateJwk }
export type ScreenSocket = Socket<ServerToScreenEvents, ScreenToServerEvents>

export const SETTINGS: ScreenSettings = {
  name: 'Sảnh trụ sở xã Ia Sơn',
  areaId: AREAS.commune,
  orientation: 'landscape',
  resolutionClass: '1080',
  languages: ['vi'],
  diagonalInches: 55,
  viewingMetres: 4,
  ticker: [],
}

let made = 0
const nextId = () =>
  `fake-${(made += 1)}-${Math.random().toString(36).slice(2)}`

export type FakeScreen = ReturnType<typeof fakeScreen>

/** Asks for a code as an unpaired box. */
export async function offerPairing(
  url: string,
  keys: KeyPair,
  over: { proof?: string; protocol?: number } = {},
): Promise<Response> {
  const proof =
    over.proof ??
    (await seal(
      'pairing',
      { kind: 'pairing', at: new Date().toISOString(), nonce: nextId() },
      { kid: 'new', key: keys.privateKey },
    ))
  return fetch(`${url}/screen/v1/pairings`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      protocol: over.protocol ?? 1,
      publicKey: keys.publicKey,
      proof,
      player: {
        version: '0.1.0',
        platform: 'linux',
        host: 'hop-thu',
        width: 1920,
        height: 1080,
      },
    }),
  })
}

/** Asks, as the box that holds these keys, whether it was claimed. */
export async function askPairing(
  url: string,
  keys: KeyPair,
  pairingId: string,
): Promise<PairingAnswer> {
  const token = await signAssertion({
    subject: pairingId,
    signer: { kid: pairingId, key: keys.privateKey },
    now: Date.now(),
    jti: nextId(),
  })
  const answer = await fetch(`${url}/screen/v1/pairings/${pairingId}`, {
    headers: { Authorization: `Bearer ${token}` },
  })
  return pairingAnswerSchema.parse(await answer.json())
}

/** A screen that a technician has paired. */
export async function pairScreen(
  url: string,
  technician: CmsClient,
  settings: Partial<ScreenSettings> = {},
): Promise<FakeScreen> {
  const keys = await generateKeyPair()
  const offered = await offerPairing(url, keys)
  const offer: PairingOffer = pairingOfferSchema.parse(await offered.json())
  const view = await technician.call('claimScreen', {
    body: { ...SETTINGS, ...settings, code: offer.code },
  })
  const answer = await askPairing(url, keys, offer.pairingId)
  if (answer.state !== 'claimed') throw new Error('the screen was not claimed')
  return fakeScreen({ url, keys, id: view.id, rootKey: answer.rootKey })
}

export function fakeScreen(parts: {
  url: string
  keys: KeyPair
  id: string
  rootKey: PublicJwk
}) {
  const { url, keys, id, rootKey } = parts
  const signer = { kid: id, key: keys.privateKey }

  const assertion = (at = Date.now(), key = keys.privateKey) =>
    signAssertion({
      subject: id,
      signer: { kid: id, key },
      now: at,
      jti: nextId(),
    })
  const get = async (path: string, headers: Record<string, string> = {}) =>
    fetch(`${url}/screen/v1${path}`, {
      headers: { Authorization: `Bearer ${await assertion()}`, ...headers },
    })

  return {
    ...parts,
    assertion,
    get,

    /** The newest manifest, every seal checked, with its entity tag. */
    async manifest(): Promise<{
      manifest: Manifest
      keyring: Keyring
      etag: string
    }> {
      const answer = await get('/manifest')
      if (!answer.ok) throw new Error(`manifest: ${await answer.text()}`)
      const body = manifestAnswerSchema.parse(await answer.json())
      const keyring = await openKeyring(body.keyring, { rootKey })
      if (!keyring.ok) throw new Error(keyring.detail)
      const manifest = await openManifest(body.manifest, {
        keyring: keyring.value,
        screenId: id,
        newest: 0,
        now: Date.now(),
      })
      if (!manifest.ok) throw new Error(manifest.detail)
      const etag = answer.headers.get('etag') ?? ''
      return { manifest: manifest.value, keyring: keyring.value, etag }
    },

    /** Connects to the live channel; rejects with the code of a refusal. */
    async connect(token?: string): Promise<ScreenSocket> {
      const socket: ScreenSocket = io(`${url}/screens`, {
        transports: ['websocket'],
        reconnection: false,
        forceNew: true,
        auth: { assertion: token ?? (await assertion()), protocol: 1 },
      })
      return new Promise((resolve, reject) => {
        socket.once('connect', () => resolve(socket))
        socket.once('connect_error', (error) => {
          socket.close()
          const { data } = error as Error & { data?: { code?: string } }
          reject(new Error(data?.code ?? error.message))
        })
      })
    },

    /** A receipt in this screen's own hand, or in a stranger's. */
    receipt(
      notice: Pick<Notice, 'id' | 'version'>,
      state: Receipt['state'],
      over: Partial<Receipt> & { key?: PrivateJwk } = {},
    ): Promise<string> {
      const { key = keys.privateKey, ...changed } = over
      return seal(
        'receipt',
        {
          kind: 'receipt',
          protocol: 1,
          id: nextId(),
          screenId: id,
          noticeId: notice.id,
          version: notice.version,
          state,
          at: new Date().toISOString(),
          ...changed,
        },
        { ...signer, key },
      )
    },

    async report(report: Report): Promise<Response> {
      return fetch(`${url}/screen/v1/reports`, {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          Authorization: `Bearer ${await assertion()}`,
        },
        body: JSON.stringify(report),
      })
    },
  }
}

/** What a healthy screen says of itself. */
export function healthyStatus(over: Partial<ScreenStatus> = {}): ScreenStatus {
  return {
    protocol: 1,
    at: new Date().toISOString(),
    playerVersion: '0.1.0',
    manifestNumber: 1,
    showing: null,
    stageAlive: true,
    sync: { state: 'idle', filesMissing: 0, bytesMissing: 0 },
    refusals: [],
    width: 1920,
    height: 1080,
    orientation: 'landscape',
    clockOffsetMs: 0,
    uptimeSeconds: 60,
    memoryBytes: 90_000_000,
    diskFreeBytes: 10_000_000_000,
    ...over,
  }
}

/** The next event of this name. */
export function heard<E extends keyof ServerToScreenEvents>(
  socket: ScreenSocket,
  event: E,
): Promise<Parameters<ServerToScreenEvents[E]>[0]> {
  return new Promise((resolve) => {
    const listen = ((what: unknown) =>
      resolve(what as Parameters<ServerToScreenEvents[E]>[0])) as never
    socket.once(event as 'release', listen)
  })
}
