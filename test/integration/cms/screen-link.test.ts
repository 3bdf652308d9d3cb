import { expect } from 'chai'
import { problemSchema } from '../../../shared/contract/errors.js'
import { pairingOfferSchema } from '../../../shared/contract/screen-link.js'
import { filesUndescribed } from '../../../shared/programme/manifest-files.js'
import { sha256Hex } from '../../../shared/seal/hash.js'
import { generateKeyPair } from '../../../shared/seal/keys.js'
import { officialNotice, releasedBulletin } from '../../support/bulletins.js'
import type { CmsClient } from '../../support/cms-client.js'
import {
  askPairing,
  heard,
  healthyStatus,
  offerPairing,
  pairScreen,
  SETTINGS,
  type FakeScreen,
} from '../../support/fake-screen.js'
import { startCms, type RunningCms } from '../../support/start-cms.js'

describe('the screen link', () => {
  let cms: RunningCms
  let technician: CmsClient
  let screen: FakeScreen

  before(async () => {
    cms = await startCms()
    technician = await cms.as('quantri')
    screen = await pairScreen(cms.url, technician)
  })
  after(() => cms.stop())

  const codeOf = async (answer: Response) =>
    problemSchema.parse(await answer.json()).code

  describe('pairing', () => {
    it('refuses a box that does not hold the key it offers', async () => {
      const [mine, other] = [await generateKeyPair(), await generateKeyPair()]
      const answer = await offerPairing(cms.url, {
        publicKey: mine.publicKey,
        privateKey: other.privateKey,
      })
      expect(answer.status).to.equal(422)
      expect(await codeOf(answer)).to.equal('pairing.bad_proof')
    })

    it('refuses a box that speaks a newer language', async () => {
      const keys = await generateKeyPair()
      const answer = await offerPairing(cms.url, keys, { protocol: 2 })
      expect(await codeOf(answer)).to.equal('protocol.too_new')
    })

    it('lets a code be used once', async () => {
      const keys = await generateKeyPair()
      const answer = await offerPairing(cms.url, keys)
      const { code } = pairingOfferSchema.parse(await answer.json())
      const body = { ...SETTINGS, code }
      await technician.call('claimScreen', { body })
      await technician.refused('claimScreen', 'pairing.not_found', { body })
    })

    it('lets the older code of a key die with a new offer', async () => {
      const keys = await generateKeyPair()
      const offer = async () =>
        pairingOfferSchema.parse(
          await (await offerPairing(cms.url, keys)).json(),
        )
      const [first, second] = [await offer(), await offer()]
      await technician.refused('getPairing', 'pairing.not_found', {
        params: { code: first.code },
      })
      const view = await technician.call('getPairing', {
        params: { code: second.code },
      })
      expect(view.host).to.equal('hop-thu')
      const waiting = await askPairing(cms.url, keys, second.pairingId)
      expect(waiting.state).to.equal('waiting')
    })

    it('lets nobody but a technician of the area claim', async () => {
      const keys = await generateKeyPair()
      const answer = await offerPairing(cms.url, keys)
      const { code } = pairingOfferSchema.parse(await answer.json())
      const author = await cms.as('ha')
      await author.refused('claimScreen', 'auth.forbidden', {
        body: { ...SETTINGS, code },
      })
    })
  })

  describe('assertions', () => {
    const manifestWith = async (token: string) =>
      fetch(`${cms.url}/screen/v1/manifest`, {
        headers: { Authorization: `Bearer ${token}` },
      })

    it('refuses a forged one', async () => {
      const stranger = await generateKeyPair()
      const forged = await screen.assertion(Date.now(), stranger.privateKey)
      expect(await codeOf(await manifestWith(forged))).to.equal(
        'auth.assertion_invalid',
      )
    })

    it('refuses none at all, and nonsense', async () => {
      const none = await fetch(`${cms.url}/screen/v1/manifest`)
      expect(await codeOf(none)).to.equal('auth.required')
      expect(await codeOf(await manifestWith('a.b.c'))).to.equal(
        'auth.assertion_invalid',
      )
    })

    it('tells a screen with a wrong clock that it is the clock', async () => {
      for (const off of [-3_600_000, 3_600_000]) {
        const token = await screen.assertion(Date.now() + off)
        expect(await codeOf(await manifestWith(token))).to.equal(
          'auth.assertion_clock',
        )
      }
      const time = await fetch(`${cms.url}/screen/v1/time`)
      expect(await time.json()).to.have.property('now')
    })

    it('never lets a person in by a screen or a screen in by a person', async () => {
      const asPerson = await fetch(`${cms.url}/api/v1/screens`, {
        headers: { Authorization: `Bearer ${await screen.assertion()}` },
      })
      expect(asPerson.status).to.equal(401)
      const asScreen = await technician.fetch('/screen/v1/manifest')
      expect(asScreen.status).to.equal(401)
    })
  })

  describe('the manifest', () => {
    it('is sealed for the screen, names all its files, and is 304 after', async () => {
      const { manifest, etag } = await screen.manifest()
      expect(manifest.screen.name).to.equal(SETTINGS.name)
      expect(filesUndescribed(manifest)).to.deep.equal([])
      const again = await screen.get('/manifest', { 'If-None-Match': etag })
      expect(again.status).to.equal(304)
      expect(await again.text()).to.equal('')
    })

    it('names files that can be fetched, by range too', async () => {
      const { manifest } = await screen.manifest()
      for (const file of manifest.files) {
        const answer = await screen.get(`/files/${file.sha256}`)
        const bytes = new Uint8Array(await answer.arrayBuffer())
        expect(bytes.byteLength).to.equal(file.sizeBytes)
        expect(await sha256Hex(bytes)).to.equal(file.sha256)
      }
      const [file] = manifest.files
      const part = await screen.get(`/files/${file!.sha256}`, {
        Range: 'bytes=10-19',
      })
      expect(part.status).to.equal(206)
      expect((await part.arrayBuffer()).byteLength).to.equal(10)
    })

    it('keeps its number until something changes', async () => {
      const author = await cms.as('ha')
      const approver = await cms.as('thuy')
      const before = await screen.manifest()
      const elsewhere = officialNotice({
        audience: { areaIds: [], screenIds: [screen.id] },
      })
      await releasedBulletin(author, approver, elsewhere)
      const after = await screen.manifest()
      expect(after.manifest.number).to.equal(before.manifest.number + 1)
      expect(after.manifest.items).to.have.length(
        before.manifest.items.length + 1,
      )
      const other = await pairScreen(cms.url, technician)
      await other.manifest()
      expect((await screen.manifest()).etag).to.equal(after.etag)
    })

    it('follows the settings of the screen', async () => {
      await technician.call('saveScreen', {
        params: { id: screen.id },
        body: { ...SETTINGS, ticker: ['Đường dây nóng: 0269 3 888 888'] },
      })
      const { manifest } = await screen.manifest()
      expect(manifest.furniture.ticker).to.deep.equal([
        'Đường dây nóng: 0269 3 888 888',
      ])
    })

    it('refuses a file that is not ours', async () => {
      const answer = await screen.get(`/files/${'0'.repeat(64)}`)
      expect(await codeOf(answer)).to.equal('file.not_found')
    })
  })

  describe('the live channel', () => {
    it('refuses a forged assertion and a screen without one', async () => {
      const stranger = await generateKeyPair()
      const forged = await screen.assertion(Date.now(), stranger.privateKey)
      const refused = await screen.connect(forged).catch(String)
      expect(refused).to.include('auth.assertion_invalid')
    })

    it('keeps the newest of two players with one identity and writes it down', async () => {
      const sockets = [await screen.connect()]
      for (let turn = 0; turn < 2; turn += 1) {
        const goodbye = heard(sockets.at(-1)!, 'goodbye')
        sockets.push(await screen.connect())
        expect(await goodbye).to.deep.equal({ reason: 'replaced' })
      }
      const answer = await sockets
        .at(-1)!
        .emitWithAck('report', { status: healthyStatus() })
      expect(answer).to.deep.equal({ ok: true })
      const lines = await cms.cms.core.audit.listAfter(0, 1000)
      expect(lines.map((line) => line.act)).to.include('screen.replaced')
      sockets.forEach((socket) => socket.close())
    })

    it('refuses a report that is no report', async () => {
      const socket = await screen.connect()
      const answer = await socket.emitWithAck('report', {
        receipts: ['garbage'],
      } as never)
      expect(answer).to.deep.equal({ ok: false, code: 'request.invalid' })
      socket.close()
    })

    it('shows in the console that a screen is on, and judges its health', async () => {
      const socket = await screen.connect()
      const { manifest } = await screen.manifest()
      const status = healthyStatus({ manifestNumber: manifest.number })
      await socket.emitWithAck('report', { status })
      const view = await technician.call('getScreen', {
        params: { id: screen.id },
      })
      expect(view.connected).to.equal(true)
      expect(view.health).to.equal('ok')
      socket.close()
    })
  })

  describe('a revoked screen', () => {
    it('is sent away at once and can fetch nothing', async () => {
      const lost = await pairScreen(cms.url, technician)
      const socket = await lost.connect()
      const goodbye = heard(socket, 'goodbye')
      await technician.call('revokeScreen', { params: { id: lost.id } })
      expect(await goodbye).to.deep.equal({ reason: 'revoked' })
      for (const path of ['/manifest', '/keyring', `/files/${'0'.repeat(64)}`])
        expect(await codeOf(await lost.get(path))).to.equal('screen.revoked')
      expect(await lost.connect().catch(String)).to.include('screen.revoked')
    })
  })
})
