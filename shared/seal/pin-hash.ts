import { base64url } from 'jose'

/** OWASP's figure for PBKDF2 with HMAC-SHA-512. */
const ROUNDS = 210_000
/** A hash that asks for more would only keep the box busy. */
const MOST_ROUNDS = 2_000_000
const SALT_BYTES = 16
const SUM_BYTES = 32

/** A new salted, slow hash of a PIN: about 0.1 s of a small box's time. */
export async function hashPin(pin: string): Promise<string> {
  const salt = crypto.getRandomValues(new Uint8Array(SALT_BYTES))
  const sum = await sumOf(pin, salt, ROUNDS)
  return `pbkdf2-sha512:${ROUNDS}:${base64url.encode(salt)}:${base64url.encode(sum)}`
}

/** Whether this PIN made that hash; false for what is no hash. */
export async function isPinOf(pin: string, hash: string): Promise<boolean> {
  const [kind, rounds, salt, wanted] = hash.split(':')
  const count = Number(rounds)
  if (kind !== 'pbkdf2-sha512' || !salt || !wanted) return false
  if (!(count >= 100_000 && count <= MOST_ROUNDS)) return false
  const sum = await sumOf(pin, base64url.decode(salt), count)
  const known = base64url.decode(wanted)
  // Every byte is looked at: how long it takes tells nothing.
  let differs = known.length ^ sum.length
  for (let i = 0; i < sum.length; i += 1)
    differs |= (known[i] ?? 0) ^ (sum[i] ?? 0)
  return differs === 0
}

async function sumOf(
  pin: string,
  salt: Uint8Array,
  iterations: number,
): Promise<Uint8Array> {
  const bytes = new TextEncoder().encode(pin)
  const key = await crypto.subtle.importKey('raw', bytes, 'PBKDF2', false, [
    'deriveBits',
  ])
  const how = {
    name: 'PBKDF2',
    hash: 'SHA-512',
    salt: new Uint8Array(salt),
    iterations,
  }
  const bits = await crypto.subtle.deriveBits(how, key, SUM_BYTES * 8)
  return new Uint8Array(bits)
}
