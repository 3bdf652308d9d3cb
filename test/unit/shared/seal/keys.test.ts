import { expect } from 'chai'
import { createHash } from 'node:crypto'
import { publicJwkSchema } from '../../../../shared/contract/primitives.js'
import { fingerprintOf } from '../../../../shared/seal/fingerprint.js'
import { sha256Hex } from '../../../../shared/seal/hash.js'
import { generateKeyPair, thumbprint } from '../../../../shared/seal/keys.js'
import {
  fingerprintWord,
  sayFingerprint,
} from '../../../../shared/text/copy/say.js'

describe('keys', () => {
  it('are Ed25519, the private one with the same public half', async () => {
    const { publicKey, privateKey } = await generateKeyPair()
    expect(publicJwkSchema.parse(publicKey)).to.deep.equal(publicKey)
    expect(publicKey).not.to.have.property('d')
    expect(privateKey).to.include({ x: publicKey.x })
    expect(privateKey.d).to.match(/^[A-Za-z0-9_-]{43}$/)
  })

  it('carry the thumbprint of RFC 8037, appendix A.3', async () => {
    const key = {
      kty: 'OKP' as const,
      crv: 'Ed25519' as const,
      x: '11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo',
      kid: 'some name that is no part of the key',
    }
    expect(await thumbprint(key)).to.equal(
      'kPrK_qmxVWaYVA9wwBF6Iuo3vVzz7TxHCTwXBygrS4k',
    )
  })

  it('give the same fingerprint each time, spread over words and numbers', async () => {
    const words = new Set<number>()
    for (let round = 0; round < 60; round++) {
      const { publicKey } = await generateKeyPair()
      const fingerprint = await fingerprintOf(publicKey)
      expect(await fingerprintOf({ ...publicKey })).to.deep.equal(fingerprint)
      expect(fingerprint.word).to.be.within(0, 63)
      expect(fingerprint.number).to.be.within(10, 99)
      words.add(fingerprint.word)
    }
    expect(words.size).to.be.above(20)
  })

  it('are told apart in words that people can picture', () => {
    expect(sayFingerprint({ word: 0, number: 42 })).to.equal('CON VOI – 42')
    expect(sayFingerprint({ word: 0, number: 42 }, 'en')).to.equal(
      'ELEPHANT – 42',
    )
    expect(() => fingerprintWord(64)).to.throw(RangeError)
    const words = Array.from({ length: 64 }, (_, word) => fingerprintWord(word))
    expect(new Set(words).size).to.equal(64)
  })
})

describe('sha256Hex', () => {
  it('names bytes as every other tool does', async () => {
    const bytes = new TextEncoder().encode('Bảng Tin')
    expect(await sha256Hex(bytes)).to.equal(
      createHash('sha256').update(bytes).digest('hex'),
    )
    const inside = new Uint8Array(
      Buffer.concat([Buffer.alloc(3), bytes]),
    ).subarray(3)
    expect(await sha256Hex(inside)).to.equal(await sha256Hex(bytes))
  })
})
