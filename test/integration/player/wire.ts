/* Small things of the wire that the CMS double needs. */
import type { IncomingMessage } from 'node:http'
import { generateKeyPair, thumbprint } from '../../../shared/seal/keys.js'
import type { Signer } from '../../../shared/seal/seal.js'

/** Somebody whose key is in no keyring. */
export async function stranger(): Promise<Signer> {
  const { publicKey, privateKey } = await generateKeyPair()
  return { kid: await thumbprint(publicKey), key: privateKey }
}

/** The JSON of a request. */
export async function bodyOf(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = []
  for await (const chunk of request as AsyncIterable<Buffer>) chunks.push(chunk)
  return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown
}
