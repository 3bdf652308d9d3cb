import { mkdtemp, rm, writeFile, readFile, cp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import type { SaveDraft } from '../../../shared/contract/api/bulletins.js'
import {
  officialNotice,
  releasedBulletin,
  releaseSeen,
} from '../../support/bulletins.js'
import { ProblemError, type CmsClient } from '../../support/cms-client.js'
import { databaseUrlFor, DIALECTS } from '../../support/each-dialect.js'
import {
  healthyStatus,
  pairScreen,
  type FakeScreen,
} from '../../support/fake-screen.js'
import { AREAS, startCms, type RunningCms } from '../../support/start-cms.js'
import { waitFor } from '../../support/wait-for.js'

const HOUR_MS = 3600_000
const inHours = (hours: number) =>
  new Date(Date.now() + hours * HOUR_MS).toISOString()

for (const dialect of DIALECTS)
  describe(`the way of a bulletin on ${dialect}`, function () {
    this.timeout(60_000)
    let cms: RunningCms
    let folder: string
    let ha: CmsClient
    let thuy: CmsClient
    let tinh: CmsClient
    let screen: FakeScreen
    let far: FakeScreen

    before(async () => {
      folder = await mkdtemp(join(tmpdir(), 'bangtin-templates-'))
      await cp(
        'templates/slides/official-notice',
        join(folder, 'slides/to-trinh'),
        {
          recursive: true,
        },
      )
      await editTemplate((text) =>
        text.replace('"official-notice"', '"to-trinh"'),
      )
      const sheet = join(folder, 'slides/to-trinh/slide.css')
      const css = await readFile(sheet, 'utf8')
      // The house's own sheets are not beside a site's templates.
      await writeFile(sheet, css.replace(/@import[^;]*;/g, ''))
      cms = await startCms({
        databaseUrl: await databaseUrlFor(dialect),
        env: { BANGTIN_TEMPLATES: folder },
      })
      const technician = await cms.as('quantri')
      screen = await pairScreen(cms.url, technician)
      far = await pairScreen(cms.url, technician, { areaId: AREAS.other })
      ha = await cms.as('ha')
      thuy = await cms.as('thuy')
      tinh = await cms.as('tinh')
    })
    after(async () => {
      await cms.stop()
      await rm(folder, { recursive: true, force: true })
    })

    async function editTemplate(edit: (text: string) => string) {
      const path = join(folder, 'slides/to-trinh/template.json')
      await writeFile(path, edit(await readFile(path, 'utf8')))
    }
    const submitted = async (over = {}) => {
      const { id } = await ha.call('createBulletin', {
        body: officialNotice(over),
      })
      await ha.call('submitBulletin', { params: { id } })
      return id
    }
    const edited = (version: number, over: Partial<SaveDraft> = {}) => {
      const { ownerAreaId: _, ...revision } = officialNotice()
      return { ...revision, expectedVersion: version, ...over }
    }

    it('asks again when the template changed after it was seen', async () => {
      const id = await submitted({ templateId: 'to-trinh' })
      const params = { id }
      const { contentHash } = await thuy.call('getApproval', { params })
      const again = await thuy.call('getApproval', { params })
      expect(again.contentHash).to.equal(contentHash)
      const path = join(folder, 'slides/to-trinh/slide.hbs')
      await writeFile(path, `${await readFile(path, 'utf8')}<p>mới</p>\n`)
      await waitFor(async () => {
        const now = await thuy.call('getApproval', { params })
        return now.contentHash !== contentHash
      })
      await thuy.refused('releaseBulletin', 'bulletin.renders_otherwise', {
        params,
        body: { contentHash },
      })
      const view = await thuy.call('getBulletin', { params })
      expect(view.state).to.equal('submitted')
      const live = await releaseSeen(thuy, id)
      expect(live.state).to.equal('live')
    })

    it('seals the very documents the approver saw', async () => {
      const id = await submitted()
      const seen = await thuy.call('getApproval', { params: { id } })
      await releaseSeen(thuy, id)
      const { manifest } = await screen.manifest()
      const item = manifest.items.find((one) => one.bulletinId === id)
      expect(item?.slides.map(({ sha256 }) => sha256)).to.deep.equal(
        seen.slides.map(({ sha256 }) => sha256),
      )
    })

    it('refuses an approver of the commune what is shown beyond it', async () => {
      const { id } = await tinh.call('createBulletin', {
        body: officialNotice({
          audience: { areaIds: [AREAS.commune, AREAS.other], screenIds: [] },
        }),
      })
      await tinh.call('submitBulletin', { params: { id } })
      const { contentHash } = await thuy.call('getApproval', { params: { id } })
      await thuy.refused('releaseBulletin', 'auth.forbidden', {
        params: { id },
        body: { contentHash },
      })
      expect(
        (await thuy.call('getBulletin', { params: { id } })).may.release,
      ).to.equal(false)
    })

    it('demands the basis of an election, and keeps it on the record', async () => {
      const { fields } = officialNotice()
      const polling = {
        templateId: 'polling',
        fields: {
          vi: {
            ...(await ha.call('listTemplates')).templates.find(
              ({ id }) => id === 'polling',
            )!.sample,
          },
        },
      }
      expect(fields.vi).to.be.an('object')
      const { id } = await ha.call('createBulletin', {
        body: officialNotice(polling),
      })
      const problem = await ha.refused(
        'submitBulletin',
        'bulletin.basis_required',
        { params: { id } },
      )
      expect(problem.problems?.[0]?.pointer).to.equal('/basis')
      const basis = {
        number: '12/NQ-UBBC',
        issuedOn: '2026-11-01',
        agency: 'Ủy ban bầu cử xã Ia Sơn',
        signer: 'Rơ Châm Hà',
      }
      const saved = await ha.call('saveDraft', {
        params: { id },
        body: edited(1, { ...polling, basis }),
      })
      expect(saved.revision.basis).to.deep.equal(basis)
      await ha.call('submitBulletin', { params: { id } })
    })

    it('goes back with remarks at their fields, which the next sending clears', async () => {
      const id = await submitted()
      const remark = { pointer: '/fields/vi/signer', text: 'Ghi rõ họ tên' }
      const back = await thuy.call('returnBulletin', {
        params: { id },
        body: { reason: 'Sai người ký', remarks: [remark] },
      })
      expect(back.remarks).to.deep.equal([remark])
      const again = await ha.call('submitBulletin', { params: { id } })
      expect(again.remarks).to.deep.equal([])
      const { steps } = await ha.call('getBulletinHistory', { params: { id } })
      expect(steps.map(({ act }) => act)).to.have.members([
        'created',
        'submitted',
        'returned',
        'submitted',
      ])
      expect(
        steps.find(({ act }) => act === 'returned')?.remarks,
      ).to.deep.equal([remark])
    })

    it('waits for its time, is held and let go in one act each', async () => {
      const notBefore = inHours(2)
      const id = await submitted({ schedule: { notBefore } })
      const waiting = await releaseSeen(thuy, id)
      expect(waiting.state).to.equal('waiting')
      expect(waiting.notBefore).to.equal(notBefore)
      const params = { id }
      // Sooner than was approved is an approval, and the author's never.
      await ha.refused('rescheduleBulletin', 'auth.forbidden', {
        params,
        body: { notBefore: null },
      })
      const lifted = await thuy.call('rescheduleBulletin', {
        params,
        body: { notBefore: null },
      })
      expect(lifted.state).to.equal('live')
      const held = await thuy.call('rescheduleBulletin', {
        params,
        body: { notBefore: inHours(5), expiresAt: inHours(9) },
      })
      expect(held.state).to.equal('waiting')
      const { manifest } = await screen.manifest()
      const items = manifest.items.filter((one) => one.bulletinId === id)
      expect(items).to.have.length(1)
      expect(items[0]?.schedule.expiresAt).to.equal(held.expiresAt)
      await thuy.refused('rescheduleBulletin', 'bulletin.schedule_invalid', {
        params,
        body: { expiresAt: inHours(-1) },
      })
      // The next words start from what is true now.
      const next = await ha.call('getBulletin', { params })
      expect(next.revision.schedule.expiresAt).to.equal(held.expiresAt)
    })

    it('leaves an open draft alone while its live one is held', async () => {
      const live = await releasedBulletin(ha, thuy)
      const params = { id: live.id }
      const open = await ha.call('saveDraft', {
        params,
        body: edited(live.version, { title: 'Đang viết dở' }),
      })
      const held = await thuy.call('rescheduleBulletin', {
        params,
        body: { notBefore: inHours(3) },
      })
      expect(held.state).to.equal('draft')
      expect(held.revision.title).to.equal('Đang viết dở')
      expect(held.revisionNumber).to.equal(open.revisionNumber)
      await ha.call('submitBulletin', { params })
      const after = await releaseSeen(thuy, live.id)
      const next = await ha.call('saveDraft', {
        params,
        body: edited(after.version),
      })
      expect(next.revisionNumber).to.be.greaterThan(after.revisionNumber)
    })

    it('loses no words of two who write at once, and says who was first', async () => {
      const made = await ha.call('createBulletin', { body: officialNotice() })
      const params = { id: made.id }
      await ha.call('saveDraft', {
        params,
        body: edited(1, { title: 'Chữ của Hà' }),
      })
      const problem = await thuy.refused('saveDraft', 'bulletin.conflict', {
        params,
        body: edited(1, { title: 'Chữ của Thủy' }),
      })
      expect(problem.detail).to.include('Rơ Châm Hà')
      await thuy.call('saveDraft', {
        params,
        body: edited(2, { title: 'Chữ của Thủy' }),
      })
      const { saves } = await ha.call('getBulletinHistory', { params })
      expect(saves.map(({ title }) => title)).to.include.members([
        'Chữ của Hà',
        'Chữ của Thủy',
      ])
      const mine = saves.find(({ title }) => title === 'Chữ của Hà')!
      const old = await ha.call('getDraftSave', {
        params: { ...params, saveId: mine.id },
      })
      expect(old.revision.title).to.equal('Chữ của Hà')
    })

    it('lets one of two approvers win, and never both', async () => {
      const id = await submitted()
      const params = { id }
      const { contentHash } = await thuy.call('getApproval', { params })
      const both = await Promise.allSettled(
        [thuy, tinh].map((one) =>
          one.call('releaseBulletin', { params, body: { contentHash } }),
        ),
      )
      expect(both.map(({ status }) => status).sort()).to.deep.equal([
        'fulfilled',
        'rejected',
      ])
      expectCode(both, ['bulletin.conflict', 'bulletin.wrong_state'])
      const { manifest } = await screen.manifest()
      const items = manifest.items.filter((one) => one.bulletinId === id)
      expect(items).to.have.length(1)
    })

    it('is either released or taken back to be written on', async () => {
      const id = await submitted()
      const params = { id }
      const { contentHash } = await thuy.call('getApproval', { params })
      const both = await Promise.allSettled([
        thuy.call('releaseBulletin', { params, body: { contentHash } }),
        ha.call('takeBackBulletin', { params }),
      ])
      expectCode(both, ['bulletin.conflict', 'bulletin.wrong_state'])
      const { state } = await ha.call('getBulletin', { params })
      const won = both[0].status === 'fulfilled' ? 'live' : 'draft'
      expect(state).to.equal(won)
    })

    it('is never live after a withdrawal that met a new release', async () => {
      const live = await releasedBulletin(ha, thuy)
      const params = { id: live.id }
      await ha.call('saveDraft', { params, body: edited(live.version) })
      await ha.call('submitBulletin', { params })
      const { contentHash } = await thuy.call('getApproval', { params })
      const both = await Promise.allSettled([
        tinh.call('releaseBulletin', { params, body: { contentHash } }),
        thuy.call('withdrawBulletin', { params, body: {} }),
      ])
      const view = await ha.call('getBulletin', { params })
      const { manifest } = await screen.manifest()
      const shown = manifest.items.filter((one) => one.bulletinId === live.id)
      expect(shown.length).to.equal(view.liveRevisionNumber === null ? 0 : 1)
      expect(both.some(({ status }) => status === 'fulfilled')).to.equal(true)
    })

    it('says screen by screen who has it, and who lacks its recall', async () => {
      const { id } = await releasedBulletin(ha, thuy)
      const params = { id }
      const first = await screen.manifest()
      await screen.report({
        status: healthyStatus({ manifestNumber: first.manifest.number }),
      })
      const there = await ha.call('getBulletinDelivery', { params })
      expect(
        there.release.map(({ screenId, has }) => [screenId, has]),
      ).to.deep.equal([[screen.id, true]])
      await thuy.call('withdrawBulletin', {
        params,
        body: { reason: 'Sai tên người ký' },
      })
      const off = await ha.call('getBulletinDelivery', { params })
      expect(off.recall?.screens.map(({ has }) => has)).to.deep.equal([false])
      const { manifest } = await screen.manifest()
      await screen.report({
        status: healthyStatus({ manifestNumber: manifest.number }),
      })
      const gone = await ha.call('getBulletinDelivery', { params })
      expect(gone.recall?.screens.map(({ has }) => has)).to.deep.equal([true])
      expect(far.id).to.not.equal(screen.id)
    })
  })

/** Of two, at most one was refused, and for one of these reasons. */
function expectCode(
  both: readonly PromiseSettledResult<unknown>[],
  codes: readonly string[],
): void {
  for (const one of both)
    if (one.status === 'rejected') {
      expect(one.reason).to.be.instanceOf(ProblemError)
      expect(codes).to.include((one.reason as ProblemError).problem.code)
    }
}
