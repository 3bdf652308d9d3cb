import { expect } from 'chai'
import { asRunRepository } from '../../../cms/server/rooms/screens/as-run.repository.js'
import {
  bulletinRepository,
  NOTHING_ASKED,
  type Bulletin,
} from '../../../cms/server/rooms/bulletins/bulletin.repository.js'
import { revisionRepository } from '../../../cms/server/rooms/bulletins/revision.repository.js'
import { noticeRepository } from '../../../cms/server/rooms/notices/notice.repository.js'
import { receiptRepository } from '../../../cms/server/rooms/notices/receipt.repository.js'
import { manifestRepository } from '../../../cms/server/rooms/publishing/manifest.repository.js'
import { pairingRepository } from '../../../cms/server/rooms/screens/pairing.repository.js'
import { screenRepository } from '../../../cms/server/rooms/screens/screen.repository.js'
import type { Notice } from '../../../shared/contract/notice.js'
import type { AppError } from '../../../shared/kernel/app-error.js'
import { officialNotice } from '../../support/bulletins.js'
import { eachDialect } from '../../support/each-dialect.js'
import { healthyStatus, SETTINGS } from '../../support/fake-screen.js'

const AT = '2026-11-23T10:00:00.000Z'
const LATER = '2026-11-23T11:00:00.000Z'
const player = { version: '', platform: '', host: 'h', width: 1, height: 1 }
const publicKey = {
  kty: 'OKP' as const,
  crv: 'Ed25519' as const,
  x: 'x'.repeat(43),
}
const newScreen = (id: string) => ({
  id,
  settings: SETTINGS,
  publicKey,
  player,
  pairedAt: AT,
})
const bulletin = (id: string, over: Partial<Bulletin> = {}): Bulletin => ({
  id,
  ownerAreaId: 'xa',
  ownerAreaName: 'Xã',
  authorId: 'ha',
  authorName: 'Hà',
  state: 'draft',
  category: 'notice',
  templateId: 'official-notice',
  title: 'Thông báo',
  search: 'thong bao 100%_a',
  priority: 'normal',
  version: 1,
  revisionId: `${id}-r1`,
  ...NOTHING_ASKED,
  liveRevisionNumber: null,
  returnedBecause: null,
  createdAt: AT,
  updatedAt: AT,
  liveSince: null,
  expiresAt: null,
  ...over,
})

describe('the repositories of the publishing side', () => {
  eachDialect((database) => {
    it('keep a screen as it was told, and count it in its area', async () => {
      const screens = screenRepository(database().db)
      await screens.insert(newScreen('man-1'))
      const settings = { ...SETTINGS, ticker: ['Một'], diagonalInches: 43.5 }
      await screens.saveSettings('man-1', settings)
      await screens.saveStatus('man-1', healthyStatus(), LATER)
      const kept = await screens.get('man-1')
      expect(kept.settings).to.deep.equal(settings)
      expect(kept.status?.stageAlive).to.equal(true)
      expect(kept.lastSeenAt).to.equal(LATER)
      const counts = await screens.countByArea()
      expect(counts.get(SETTINGS.areaId)).to.equal(1)
      await screens.saveRevoked('man-1', LATER)
      expect((await screens.countByArea()).size).to.equal(0)
    })

    it('let a pairing be claimed once', async () => {
      const pairings = pairingRepository(database().db)
      const pairing = {
        id: 'ghep-1',
        code: 'ABC234',
        keyThumbprint: 'k',
        publicKey,
        player,
        createdAt: AT,
        expiresAt: LATER,
        screenId: null,
      }
      await pairings.save(pairing)
      await pairings.save({ ...pairing, code: 'DEF567' })
      expect(await pairings.findByCode('ABC234')).to.equal(null)
      expect(await pairings.countOpen(AT)).to.equal(1)
      expect(await pairings.claim('ghep-1', 'man-1')).to.equal(true)
      expect(await pairings.claim('ghep-1', 'man-2')).to.equal(false)
      await pairings.removeExpired('2027-01-01T00:00:00.000Z')
      expect((await pairings.find('ghep-1'))?.screenId).to.equal('man-1')
    })

    it('give a manifest number away once', async () => {
      const { db } = database()
      await screenRepository(db).insert(newScreen('man-1'))
      const manifests = manifestRepository(db)
      const manifest = {
        screenId: 'man-1',
        number: 1,
        issuedAt: AT,
        contentHash: 'h',
        releaseIds: ['release-1'],
        sealed: 'a.b.c',
      }
      expect(await manifests.insert(manifest)).to.equal(true)
      const other = { ...manifest, sealed: 'x.y.z' }
      expect(await manifests.insert(other)).to.equal(false)
      expect((await manifests.find('man-1', 1))?.sealed).to.equal('a.b.c')
      const carrying = (number: number) =>
        manifests.listCarrying('release-1', new Map([['man-1', number]]))
      expect(await carrying(1)).to.deep.equal(['man-1'])
      expect(await carrying(2)).to.deep.equal([])
      const version = await manifests.programmeVersion()
      await manifests.touchProgramme()
      expect(await manifests.programmeVersion()).to.equal(version + 1)
    })

    it('save a bulletin over the version that was read, and no other', async () => {
      const bulletins = bulletinRepository(database().db)
      await bulletins.insert(bulletin('tin-1'))
      await bulletins.save(bulletin('tin-1', { version: 2, title: 'Hai' }), 1)
      const late = await bulletins
        .save(bulletin('tin-1', { version: 2, title: 'Ba' }), 1)
        .catch((error: unknown) => error)
      expect((late as AppError).code).to.equal('bulletin.conflict')
      expect((await bulletins.get('tin-1')).title).to.equal('Hai')
    })

    it('never change a revision that was submitted', async () => {
      const { db } = database()
      await bulletinRepository(db).insert(bulletin('tin-1'))
      const revisions = revisionRepository(db)
      const { ownerAreaId: _, ...body } = officialNotice()
      await revisions.insert({
        id: 'tin-1-r1',
        bulletinId: 'tin-1',
        number: 1,
        authorId: 'ha',
        editors: ['ha'],
        body,
        createdAt: AT,
        submittedAt: null,
      })
      await revisions.saveSubmitted('tin-1-r1', LATER)
      const changed = { body: { ...body, title: 'Khác' }, editors: ['ha'] }
      const refused = await revisions.saveDraft('tin-1-r1', changed).then(
        () => false,
        () => true,
      )
      expect(refused).to.equal(true)
      const kept = await revisions.find('tin-1-r1')
      expect(kept?.body.title).to.equal(body.title)
    })

    it('find bulletins by all words, in areas, after a place in the list', async () => {
      const bulletins = bulletinRepository(database().db)
      for (const [id, updatedAt, ownerAreaId] of [
        ['tin-1', AT, 'xa'],
        ['tin-2', AT, 'xa'],
        ['tin-3', LATER, 'khac'],
      ] as const)
        await bulletins.insert(bulletin(id, { updatedAt, ownerAreaId }))
      const ids = async (filter: object) =>
        (
          await bulletins.list({ ownerAreaIds: null, limit: 10, ...filter })
        ).map(({ id }) => id)
      expect(await ids({})).to.deep.equal(['tin-3', 'tin-2', 'tin-1'])
      expect(await ids({ ownerAreaIds: ['xa'] })).to.have.length(2)
      expect(await ids({ ownerAreaIds: [] })).to.deep.equal([])
      expect(await ids({ words: ['thong', 'bao'] })).to.have.length(3)
      expect(await ids({ words: ['thong', 'khong'] })).to.deep.equal([])
      // Wildcards of the database are nothing a person can use.
      expect(await ids({ words: ["'; drop table bulletins; --"] })).to.be.empty
      const after = { updatedAt: AT, id: 'tin-2' }
      expect(await ids({ after })).to.deep.equal(['tin-1'])
    })

    it('keep the larger count of an hour, whichever comes later', async () => {
      const { db } = database()
      const asRun = asRunRepository(db)
      const count = (showings: number) => [
        {
          releaseId: 'release-1',
          hour: AT,
          showings,
          seconds: showings * 12.5,
        },
      ]
      for (const showings of [3, 7, 5])
        await asRun.save('man-1', count(showings))
      const rows = await db.selectFrom('as_run').selectAll().execute()
      expect(rows.map(({ showings }) => showings)).to.deep.equal([7])
      expect(rows[0]?.seconds).to.equal(87.5)
    })

    it('keep the first time of each kind in the way of a notice', async () => {
      const { db } = database()
      const notice: Notice = {
        kind: 'notice',
        protocol: 1,
        id: 'khan-1',
        version: 1,
        issuedAt: AT,
        startsAt: AT,
        expiresAt: LATER,
        level: 3,
        drill: false,
        title: 'Lũ',
        issuer: 'UBND',
        screens: ['man-1', 'man-2'],
        slides: [],
      }
      const notices = noticeRepository(db)
      await notices.insert({
        notice,
        sealed: 'a.b.c',
        files: [],
        ownerAreaId: 'xa',
        issuedBy: 'Thủy',
        issuedById: 'thuy',
        source: null,
        words: null,
        recalledAt: null,
        endedAt: null,
      })
      await notices.saveSent('khan-1', ['man-1'], AT)
      await notices.saveSent('khan-1', ['man-1'], LATER)
      const receipts = receiptRepository(db)
      const told = (shownAt: string) => ({
        noticeId: 'khan-1',
        screenId: 'man-1',
        version: 1,
        sentAt: null,
        receivedAt: null,
        shownAt,
        endedAt: null,
        failed: null,
      })
      await receipts.saveDeliveries([told(AT)])
      await receipts.saveDeliveries([told(LATER)])
      const lines = await notices.listDeliveries(['khan-1'])
      const line = lines.find(({ screenId }) => screenId === 'man-1')
      expect(line).to.include({ sentAt: AT, shownAt: AT, receivedAt: null })
      const meant = await receipts.listMeant([
        { noticeId: 'khan-1', screenId: 'man-2' },
        { noticeId: 'khan-1', screenId: 'man-9' },
      ])
      expect(meant).to.deep.equal([
        { noticeId: 'khan-1', screenId: 'man-2', version: 1 },
      ])
    })
  })
})
