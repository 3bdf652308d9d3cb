/** API tokens: a part of what their owner may do now, and never more. */
import { expect } from 'chai'
import { SYSTEM_ACTOR } from '../../../cms/server/rooms/accounts/actor.js'
import { freezePerson } from '../../../cms/server/rooms/accounts/freeze-person.js'
import type { BodyOf } from '../../../shared/contract/endpoints.js'
import { officialNotice } from '../../support/bulletins.js'
import { cmsClient, type CmsClient } from '../../support/cms-client.js'
import { databaseUrlFor, DIALECTS } from '../../support/each-dialect.js'
import { AREAS, startCms, type RunningCms } from '../../support/start-cms.js'

const DAY_MS = 86_400_000
const inDays = (days: number) =>
  new Date(Date.now() + days * DAY_MS).toISOString()

const wish = (
  more: Partial<BodyOf<'makeToken'>> = {},
): BodyOf<'makeToken'> => ({
  name: 'Cổng thông tin xã',
  roles: ['author'],
  areaId: AREAS.commune,
  expiresAt: inDays(30),
  ...more,
})

for (const dialect of DIALECTS)
  describe(`API tokens on ${dialect}`, function () {
    this.timeout(60_000)
    let running: RunningCms
    let ha: CmsClient
    before(async () => {
      running = await startCms({ databaseUrl: await databaseUrlFor(dialect) })
      ha = await running.as('ha')
    })
    after(() => running.stop())

    const withToken = (secret: string) =>
      cmsClient({
        url: running.url,
        headers: { Authorization: `Bearer ${secret}` },
      })
    const made = async (
      owner: CmsClient,
      more: Partial<BodyOf<'makeToken'>> = {},
    ) => {
      const { secret, token } = await owner.call('makeToken', {
        body: wish(more),
      })
      return { token, secret, client: withToken(secret) }
    }

    it('are refused beyond what the person holds, and beyond a year', async () => {
      const refused = (code: Parameters<CmsClient['refused']>[1], more = {}) =>
        ha.refused('makeToken', code, { body: wish(more) })
      await refused('token.bad_expiry', { expiresAt: inDays(367) })
      await refused('token.bad_expiry', { expiresAt: inDays(-1) })
      await refused('token.too_much', { roles: ['author', 'approver'] })
      await refused('token.too_much', { acts: ['bulletin.release'] })
      await refused('token.too_much', { acts: ['account.manage'] })
      await refused('auth.forbidden', { areaId: AREAS.province })
      await refused('area.not_found', { areaId: 'no-such-area' })
    })

    it('act for their owner, and the audit names the token’s maker', async () => {
      const { client, token, secret } = await made(ha)
      expect(secret).to.match(new RegExp(`^bt_${token.id}_[\\w-]{43}$`))
      const { id } = await client.call('createBulletin', {
        body: officialNotice({ words: 'Do chương trình gửi' }),
      })
      await client.call('getBulletin', { params: { id } })
      const { tokens } = await ha.call('listOwnTokens')
      const listed = tokens.find((one) => one.id === token.id)
      expect(listed).to.include({ state: 'works', lastAddress: '127.0.0.1' })
      expect(listed?.lastUsedAt).to.be.a('string')
      expect(JSON.stringify(tokens)).not.to.contain(secret.slice(-43))
      const { db } = running.cms.core.database
      const rows = await db.selectFrom('api_tokens').selectAll().execute()
      expect(JSON.stringify(rows)).not.to.contain(secret.slice(-43))
    })

    it('do nothing that takes a human hand, nor outside acts and area', async () => {
      const tinh = await running.as('tinh')
      const all = await made(tinh, {
        roles: ['author', 'approver', 'duty'],
        areaId: AREAS.commune,
        graveActs: true,
      })
      const { acts } = await all.client.call('myActs')
      const names = acts.map(({ act }) => act)
      expect(names).to.include.members(['bulletin.write', 'notice.send'])
      for (const act of ['bulletin.release', 'notice.confirm', 'token.make'])
        expect(names).not.to.include(act)
      const { id } = await tinh.call('createBulletin', {
        body: { ...officialNotice(), ownerAreaId: AREAS.other },
      })
      await all.client.refused('getBulletin', 'bulletin.not_found', {
        params: { id },
      })
      await all.client.refused('makeToken', 'auth.forbidden', { body: wish() })
      await all.client.refused('listOwnTokens', 'auth.forbidden')
      await all.client.refused('changeOwnPassword', 'auth.forbidden', {
        body: { currentPassword: 'x'.repeat(12), newPassword: 'y'.repeat(12) },
      })
      const narrow = await made(ha, { acts: ['bulletin.read'] })
      await narrow.client.refused('createBulletin', 'auth.forbidden', {
        body: officialNotice(),
      })
      const careful = await made(tinh, { roles: ['duty'] })
      const own = await careful.client.call('myActs')
      expect(own.acts.map(({ act }) => act)).not.to.include('notice.send')
    })

    it('are nothing once revoked, altered or unknown', async () => {
      const { client, token, secret } = await made(ha)
      const last = secret.endsWith('A') ? 'B' : 'A'
      await withToken(secret.slice(0, -1) + last).refused('me', 'auth.required')
      await withToken(`bt_${'0'.repeat(20)}_${secret.slice(-43)}`).refused(
        'me',
        'auth.required',
      )
      await client.call('me')
      const binh = await running.as('binh')
      await binh.refused('revokeOwnToken', 'token.not_found', {
        params: { id: token.id },
      })
      await ha.call('revokeOwnToken', { params: { id: token.id } })
      await client.refused('me', 'auth.required')
    })

    it('sink with their owner’s roles, and stop when the owner is frozen', async () => {
      const { cms } = running
      const binh = await running.as('binh')
      const { client } = await made(binh, {
        roles: ['author', 'duty'],
        areaId: AREAS.other,
      })
      const me = await binh.call('me')
      const body = { ...officialNotice(), ownerAreaId: AREAS.other }
      await client.call('createBulletin', { body })
      const grants = await cms.core.grants.list(me.id)
      const past = new Date(Date.now() - 1000).toISOString()
      for (const grant of grants.filter(({ role }) => role !== 'duty'))
        await cms.core.grants.saveUntil(grant.id, past)
      await client.refused('createBulletin', 'auth.forbidden', { body })
      await freezePerson(cms.core, SYSTEM_ACTOR, me.id, 'Nghỉ hưu')
      await client.refused('me', 'auth.required')
      const quantri = await running.as('quantri')
      const { tokens } = await quantri.call('listPersonTokens', {
        params: { id: me.id },
      })
      expect(tokens.map(({ state }) => state)).to.deep.equal(['asleep'])
    })

    it('are listed and revoked by who looks after the person, alone', async () => {
      const { client, token } = await made(ha)
      const { id } = await ha.call('me')
      const at = { id, tokenId: token.id }
      const quantri = await running.as('quantri')
      const tinh = await running.as('tinh')
      await tinh.refused('listPersonTokens', 'account.not_found', {
        params: { id },
      })
      const soat = await running.as('soat')
      await soat.refused('revokePersonToken', 'auth.forbidden', { params: at })
      await client.refused('revokePersonToken', 'account.not_found', {
        params: at,
      })
      await quantri.call('revokePersonToken', { params: at })
      await client.refused('me', 'auth.required')
      const lines = await running.cms.core.audit.listAfter(0, 5000)
      const about = lines.filter(({ subjectId }) => subjectId === token.id)
      expect(about.map(({ act }) => act)).to.deep.equal([
        'token.made',
        'token.revoked',
      ])
    })
  })
