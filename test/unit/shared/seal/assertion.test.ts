import { expect } from 'chai'
import { importJWK, SignJWT } from 'jose'
import {
  readAssertionSubject,
  signAssertion,
  verifyAssertion,
} from '../../../../shared/seal/assertion.js'
import { generateKeyPair } from '../../../../shared/seal/keys.js'

const NOW = Date.parse('2026-03-11T05:00:00.000Z')
const SCREEN = 'screen-0001'

describe('assertion of a screen', () => {
  let screen: Awaited<ReturnType<typeof generateKeyPair>>
  before(async () => {
    screen = await generateKeyPair()
  })

  const sign = (
    asked: { subject?: string; now?: number; seconds?: number } = {},
  ) =>
    signAssertion({
      subject: SCREEN,
      signer: { kid: SCREEN, key: screen.privateKey },
      now: NOW,
      jti: 'jti-1',
      ...asked,
    })
  const verify = async (token: string, now = NOW, subject = SCREEN) => {
    const key = screen.publicKey
    const verdict = await verifyAssertion(token, { key, subject, now })
    return verdict.ok ? verdict : verdict.reason
  }

  /** A token of any claims, signed with the screen's true key. */
  const signClaims = async (claims: Record<string, unknown>) => {
    const { kty, crv, x, d } = screen.privateKey
    return new SignJWT({
      iss: SCREEN,
      sub: SCREEN,
      aud: 'bangtin-cms',
      iat: NOW / 1000,
      exp: NOW / 1000 + 60,
      jti: 'jti-1',
      ...claims,
    })
      .setProtectedHeader({ alg: 'EdDSA' })
      .sign(await importJWK({ kty, crv, x, d }, 'EdDSA'))
  }

  it('refuses what is no token', async () => {
    for (const junk of ['', 'a', 'a.b.c', '..', 'null']) {
      expect(await verify(junk), junk).to.equal('malformed')
      expect(readAssertionSubject(junk)).to.equal(null)
    }
  })

  it('refuses another key', async () => {
    const other = await generateKeyPair()
    const token = await signAssertion({
      subject: SCREEN,
      signer: { kid: SCREEN, key: other.privateKey },
      now: NOW,
      jti: 'jti-1',
    })
    expect(await verify(token)).to.equal('bad_seal')
  })

  it('refuses a token altered in any part', async () => {
    const token = await sign()
    for (let at = 0; at < token.length; at += 5) {
      if (token[at] === '.') continue
      const altered =
        token.slice(0, at) +
        (token[at] === 'A' ? 'Q' : 'A') +
        token.slice(at + 1)
      if (altered !== token) {
        expect(await verify(altered), String(at)).to.be.a('string')
      }
    }
  })

  it('refuses a word said for another screen or another house', async () => {
    expect(await verify(await sign({ subject: 'screen-0002' }))).to.equal(
      'bad_seal',
    )
    expect(await verify(await signClaims({ aud: 'elsewhere' }))).to.equal(
      'bad_seal',
    )
  })

  it('refuses a token that would live longer than five minutes', async () => {
    expect(await verify(await signClaims({ exp: NOW / 1000 + 301 }))).to.equal(
      'malformed',
    )
  })

  it('refuses a token without a number of its own', async () => {
    expect(await verify(await signClaims({ jti: undefined }))).to.equal(
      'malformed',
    )
  })

  it('refuses one that has ended, a minute of grace apart', async () => {
    const token = await sign({ seconds: 30 })
    expect(await verify(token, NOW + 89_000)).to.be.an('object')
    expect(await verify(token, NOW + 91_000)).to.equal('expired')
  })

  it('blames the clock of a screen that lives in the future', async () => {
    const token = await sign({ now: NOW + 3_600_000 })
    expect(await verify(token)).to.equal('clock')
    expect(await verify(await sign({ now: NOW + 30_000 }))).to.be.an('object')
  })

  it('accepts its own, and says when it ends', async () => {
    const token = await sign()
    expect(readAssertionSubject(token)).to.equal(SCREEN)
    expect(await verify(token)).to.deep.equal({
      ok: true,
      jti: 'jti-1',
      expiresAt: NOW + 300_000,
    })
  })
})
