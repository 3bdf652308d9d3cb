import { randomBytes } from 'node:crypto'

const CROCKFORD = '0123456789abcdefghjkmnpqrstvwxyz'

/** A new id: 20 characters of Crockford base 32, 100 random bits. */
export function newId(): string {
  let id = ''
  for (const byte of randomBytes(20)) id += CROCKFORD[byte % 32]
  return id
}
