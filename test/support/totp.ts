import { createHmac } from 'node:crypto'

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'

/** The code of RFC 6238 an authenticator shows at the instant, ms. */
export function totpAt(secret: string, at: number): string {
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(Math.floor(at / 30_000)))
  const digest = createHmac('sha1', fromBase32(secret)).update(counter).digest()
  const offset = (digest.at(-1) ?? 0) & 0x0f
  const number = digest.readUInt32BE(offset) & 0x7fffffff
  return String(number % 1_000_000).padStart(6, '0')
}

/** The code that authenticators show now. */
export function totpNow(secret: string): string {
  return totpAt(secret, Date.now())
}

/** One they show a little later, still taken for clocks that go fast. */
export function totpNext(secret: string): string {
  return totpAt(secret, Date.now() + 30_000)
}

function fromBase32(text: string): Buffer {
  let bits = ''
  for (const letter of text.toUpperCase().replace(/[^A-Z2-7]/g, ''))
    bits += BASE32.indexOf(letter).toString(2).padStart(5, '0')
  const bytes = bits.match(/.{8}/g) ?? []
  return Buffer.from(bytes.map((byte) => parseInt(byte, 2)))
}
