import { expect } from 'chai'
import { CompactSign, importJWK } from 'jose'
import type { Keyring } from '../../../../shared/contract/keyring.js'
import { PROTOCOL_VERSION } from '../../../../shared/contract/version.js'
import { generateKeyPair, thumbprint } from '../../../../shared/seal/keys.js'
import {
  openKeyring,
  openManifest,
  openNotice,
  openPairingProof,
  openReceipt,
  openRecall,
} from '../../../../shared/seal/open.js'
import { seal, type Signer } from '../../../../shared/seal/seal.js'
import {
  makeItem,
  makeManifest,
  makeNotice,
  makeRecall,
  ms,
  SCREEN,
} from '../programme/make-manifest.js'

const NOW = ms('2026-03-11T05:00:00.000Z')

type Opening = { ok: true } | { ok: false; reason: string }
const reasonOf = (opened: Opening) => (opened.ok ? 'opened' : opened.reason)

async function makeSigner(): Promise<
  Signer & { publicKey: Keyring['keys'][0]['key'] }
> {
  const { publicKey, privateKey } = await generateKeyPair()
  return { kid: await thumbprint(publicKey), key: privateKey, publicKey }
}

describe('opening what is sealed', () => {
  let root: Awaited<ReturnType<typeof makeSigner>>
  let cms: Awaited<ReturnType<typeof makeSigner>>
  let foreign: Awaited<ReturnType<typeof makeSigner>>
  let keyring: Keyring

  before(async () => {
    root = await makeSigner()
    cms = await makeSigner()
    foreign = await makeSigner()
    keyring = {
      kind: 'keyring',
      protocol: PROTOCOL_VERSION,
      number: 3,
      issuedAt: '2026-01-01T00:00:00.000Z',
      organisation: 'Tỉnh Gia Lai',
      keys: [
        {
          kid: cms.kid,
          key: cms.publicKey,
          notBefore: '2026-01-01T00:00:00.000Z',
          notAfter: '2026-12-31T00:00:00.000Z',
        },
      ],
    }
  })

  const manifest = makeManifest({ number: 5, items: [makeItem()] })
  const open = (
    jws: string,
    asked: Partial<Parameters<typeof openManifest>[1]> = {},
  ) =>
    openManifest(jws, {
      keyring,
      screenId: SCREEN,
      newest: 4,
      now: NOW,
      ...asked,
    })

  describe('refuses', () => {
    it('anything that is no compact JWS', async () => {
      for (const junk of ['', '.', 'a.b', 'a.b.c', 'ä.b.c', 'a.b.c.d', '{}']) {
        expect(reasonOf(await open(junk)), junk).to.equal('malformed')
      }
    })

    it('one altered character, wherever it stands', async () => {
      const jws = await seal('manifest', manifest, cms)
      for (let at = 0; at < jws.length; at += 7) {
        if (jws[at] === '.') continue
        const altered =
          jws.slice(0, at) + (jws[at] === 'A' ? 'Q' : 'A') + jws.slice(at + 1)
        if (altered === jws) continue
        const opened = await open(altered)
        expect(opened.ok, `character ${at}`).to.equal(false)
      }
    })

    it('a payload that was exchanged under its signature', async () => {
      const [header, , signature] = (
        await seal('manifest', manifest, cms)
      ).split('.')
      const other = Buffer.from(
        JSON.stringify({ ...manifest, number: 99 }),
      ).toString('base64url')
      const forged = `${header}.${other}.${signature}`
      expect(reasonOf(await open(forged))).to.equal('bad_seal')
    })

    it('no algorithm, and the public key used as a shared secret', async () => {
      const payload = Buffer.from(JSON.stringify(manifest)).toString(
        'base64url',
      )
      const none = Buffer.from(
        JSON.stringify({ alg: 'none', kid: cms.kid, typ: 'bt-manifest+jws' }),
      ).toString('base64url')
      expect(reasonOf(await open(`${none}.${payload}.AAAA`))).to.equal(
        'bad_seal',
      )
      const confused = await new CompactSign(
        new TextEncoder().encode(JSON.stringify(manifest)),
      )
        .setProtectedHeader({
          alg: 'HS256',
          kid: cms.kid,
          typ: 'bt-manifest+jws',
        })
        .sign(Buffer.from(cms.publicKey.x, 'base64url'))
      expect(reasonOf(await open(confused))).to.equal('bad_seal')
    })

    it('a critical header it does not know', async () => {
      const { kty, crv, x, d } = cms.key
      const jws = await new CompactSign(
        new TextEncoder().encode(JSON.stringify(manifest)),
      )
        .setProtectedHeader({
          alg: 'EdDSA',
          kid: cms.kid,
          typ: 'bt-manifest+jws',
          crit: ['until'],
          until: 1,
        })
        .sign(await importJWK({ kty, crv, x, d }, 'EdDSA'), {
          crit: { until: true },
        })
      expect(reasonOf(await open(jws))).to.equal('bad_seal')
    })

    it('one kind offered as another', async () => {
      const asNotice = await seal('notice', makeNotice(), cms)
      expect(reasonOf(await open(asNotice))).to.equal('bad_seal')
      const asManifest = await seal('manifest', manifest, cms)
      expect(
        reasonOf(
          await openNotice(asManifest, { keyring, screenId: SCREEN, now: NOW }),
        ),
      ).to.equal('bad_seal')
      const mislabelled = await seal('manifest', makeNotice(), cms)
      expect(reasonOf(await open(mislabelled))).to.equal('malformed')
    })

    it('a foreign key, even under a known name', async () => {
      const stranger = await seal('manifest', manifest, foreign)
      expect(reasonOf(await open(stranger))).to.equal('unknown_key')
      const masked = await seal('manifest', manifest, {
        kid: cms.kid,
        key: foreign.key,
      })
      expect(reasonOf(await open(masked))).to.equal('bad_seal')
    })

    it('what was issued before or after the key was in force', async () => {
      for (const issuedAt of [
        '2025-12-31T23:59:59.999Z',
        '2026-12-31T00:00:00.001Z',
      ]) {
        const jws = await seal('manifest', { ...manifest, issuedAt }, cms)
        expect(reasonOf(await open(jws)), issuedAt).to.equal('unknown_key')
      }
    })

    it('a new manifest by a key that has ended since', async () => {
      const jws = await seal('manifest', manifest, cms)
      const now = ms('2027-01-05T00:00:00.000Z')
      expect(reasonOf(await open(jws, { now }))).to.equal('unknown_key')
    })

    it('another screen’s manifest', async () => {
      const jws = await seal('manifest', manifest, cms)
      expect(reasonOf(await open(jws, { screenId: 'screen-0002' }))).to.equal(
        'wrong_screen',
      )
    })

    it('an older manifest, and the same one again', async () => {
      const jws = await seal('manifest', manifest, cms)
      expect(reasonOf(await open(jws, { newest: 5 }))).to.equal('older')
      expect(reasonOf(await open(jws, { newest: 6 }))).to.equal('older')
      expect(
        reasonOf(await open(jws, { newest: 6, allowSame: true })),
      ).to.equal('older')
    })

    it('a protocol newer than it speaks, before it minds the shape', async () => {
      const jws = await seal(
        'manifest',
        { protocol: PROTOCOL_VERSION + 1, whatever: true },
        cms,
      )
      expect(reasonOf(await open(jws))).to.equal('too_new')
    })

    it('a sealed manifest of the wrong shape, naming the place', async () => {
      const jws = await seal(
        'manifest',
        { ...manifest, items: [{ ...makeItem(), weight: 11 }] },
        cms,
      )
      const opened = await open(jws)
      expect(opened).to.include({ ok: false, reason: 'malformed' })
      expect(opened.ok ? '' : opened.detail).to.contain('items.0.weight')
    })

    it('sealed bytes that are no JSON', async () => {
      const { kty, crv, x, d } = cms.key
      const jws = await new CompactSign(new Uint8Array([0xff, 0xfe, 0x00]))
        .setProtectedHeader({
          alg: 'EdDSA',
          kid: cms.kid,
          typ: 'bt-manifest+jws',
        })
        .sign(await importJWK({ kty, crv, x, d }, 'EdDSA'))
      expect(reasonOf(await open(jws))).to.equal('malformed')
    })

    it('a notice that ended, is for others, or lives too long', async () => {
      const at = async (notice: object, now = NOW, screenId = SCREEN) =>
        reasonOf(
          await openNotice(await seal('notice', notice, cms), {
            keyring,
            screenId,
            now,
          }),
        )
      const notice = makeNotice()
      expect(await at(notice, ms(notice.expiresAt))).to.equal('expired')
      expect(await at(notice, ms(notice.expiresAt) - 1)).to.equal('opened')
      expect(await at(notice, NOW, 'screen-0002')).to.equal('wrong_screen')
      expect(
        await at(makeNotice({ expiresAt: '2026-03-12T00:00:00.001Z' })),
      ).to.equal('malformed')
      expect(
        await at(makeNotice({ expiresAt: '2026-03-12T00:00:00.000Z' })),
      ).to.equal('opened')
    })

    it('a hold that lives too long, or whose key has ended since', async () => {
      const at = async (over: object, now = NOW) =>
        reasonOf(
          await openNotice(
            await seal('notice', makeNotice({ hold: true, ...over }), cms),
            { keyring, screenId: SCREEN, now },
          ),
        )
      const spring = '2026-05-11T00:00:00.000Z'
      expect(await at({ expiresAt: spring })).to.equal('opened')
      expect(await at({ expiresAt: '2026-12-11T00:00:00.000Z' })).to.equal(
        'malformed',
      )
      const late = '2026-12-20T00:00:00.000Z'
      const winter = { issuedAt: late, expiresAt: '2027-02-01T00:00:00.000Z' }
      expect(await at(winter, ms('2026-12-30T00:00:00.000Z'))).to.equal(
        'opened',
      )
      expect(await at(winter, ms('2027-01-02T00:00:00.000Z'))).to.equal(
        'unknown_key',
      )
    })

    it('a recall for others', async () => {
      const recall = makeRecall({ kind: 'release', id: 'release-1' })
      const jws = await seal('recall', recall, cms)
      const opts = { keyring, now: NOW }
      expect(
        reasonOf(await openRecall(jws, { ...opts, screenId: 'screen-0002' })),
      ).to.equal('wrong_screen')
      expect(
        reasonOf(await openRecall(jws, { ...opts, screenId: SCREEN })),
      ).to.equal('opened')
    })

    it('a keyring by anyone but the pinned root, or an older one', async () => {
      const jws = await seal('keyring', keyring, root)
      const rootKey = root.publicKey
      expect(reasonOf(await openKeyring(jws, { rootKey }))).to.equal('opened')
      expect(reasonOf(await openKeyring(jws, { rootKey, newest: 3 }))).to.equal(
        'opened',
      )
      expect(reasonOf(await openKeyring(jws, { rootKey, newest: 4 }))).to.equal(
        'older',
      )
      expect(
        reasonOf(await openKeyring(jws, { rootKey: foreign.publicKey })),
      ).to.equal('bad_seal')
      const usurped = await seal('keyring', keyring, cms)
      expect(reasonOf(await openKeyring(usurped, { rootKey }))).to.equal(
        'bad_seal',
      )
    })

    it('a receipt by another screen, or signed by another key', async () => {
      const receipt = {
        kind: 'receipt',
        protocol: PROTOCOL_VERSION,
        id: 'receipt-1',
        screenId: SCREEN,
        noticeId: 'notice-1',
        version: 1,
        state: 'shown',
        at: '2026-03-11T05:00:00.000Z',
      }
      const jws = await seal('receipt', receipt, foreign)
      const key = foreign.publicKey
      expect(
        reasonOf(await openReceipt(jws, { key, screenId: SCREEN })),
      ).to.equal('opened')
      expect(
        reasonOf(await openReceipt(jws, { key, screenId: 'screen-0002' })),
      ).to.equal('wrong_screen')
      expect(
        reasonOf(
          await openReceipt(jws, { key: cms.publicKey, screenId: SCREEN }),
        ),
      ).to.equal('bad_seal')
    })

    it('a pairing proof by a key that is not the one offered', async () => {
      const proof = {
        kind: 'pairing',
        at: '2026-03-11T05:00:00.000Z',
        nonce: 'k3f9',
      }
      const jws = await seal('pairing', proof, foreign)
      const opened = await openPairingProof(jws, { key: foreign.publicKey })
      expect(opened).to.deep.equal({ ok: true, value: proof })
      expect(
        reasonOf(await openPairingProof(jws, { key: cms.publicKey })),
      ).to.equal('bad_seal')
    })
  })

  it('opens a newer manifest, whole', async () => {
    const opened = await open(await seal('manifest', manifest, cms))
    expect(opened).to.deep.equal({ ok: true, value: manifest })
  })

  it('lets go of fields that only a later version knows', async () => {
    const jws = await seal('manifest', { ...manifest, later: 1 }, cms)
    const opened = await open(jws)
    expect(opened).to.deep.equal({ ok: true, value: manifest })
  })

  it('reopens the one on disk after a start, its key ended or not', async () => {
    const jws = await seal('manifest', manifest, cms)
    const opened = await open(jws, {
      newest: 5,
      allowSame: true,
      now: ms('2027-06-01T00:00:00.000Z'),
    })
    expect(opened.ok).to.equal(true)
  })

  it('gives the same seal for the same thing, whatever the key order', async () => {
    const turned = Object.fromEntries(Object.entries(manifest).reverse())
    expect(await seal('manifest', turned, cms)).to.equal(
      await seal('manifest', manifest, cms),
    )
  })
})
