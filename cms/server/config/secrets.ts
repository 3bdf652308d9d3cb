/**
 * Keys that never enter the database, so that a copied database can neither
 * seal nor sign in: made at the first start, readable by our user only.
 */
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { publicJwkSchema } from '../../../shared/contract/primitives.js'
import { generateKeyPair, type PrivateJwk } from '../../../shared/seal/keys.js'

export type Secrets = {
  /** Signs session cookies. */
  sessionSecret: string
  /** Lets `npm run admin` in, from this machine only. */
  adminToken: string
  /** Seals the keyring. May be taken offline once screens are paired. */
  rootKey: PrivateJwk
  /** Seals manifests, notices and recalls. */
  sealKey: PrivateJwk
}

const privateJwkSchema = publicJwkSchema.extend({ d: z.string().min(40) })

/**
 * Reads the keys under `<dataFolder>/keys`, making those that are absent. A
 * file that is there but unreadable stops the start: silently making a new key
 * would cut off every paired screen.
 */
export async function loadSecrets(dataFolder: string): Promise<Secrets> {
  const folder = join(dataFolder, 'keys')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const newToken = () => randomBytes(32).toString('base64url')
  const sessionSecret = await readOrMake(join(folder, 'session'), newToken)
  const adminToken = await readOrMake(join(folder, 'admin-token'), newToken)
  const rootKey = await readOrMakeKey(join(folder, 'root.jwk'))
  const sealKey = await readOrMakeKey(join(folder, 'seal.jwk'))
  return { sessionSecret, adminToken, rootKey, sealKey }
}

async function readOrMakeKey(path: string): Promise<PrivateJwk> {
  const text = await readOrMake(path, async () => {
    const { privateKey } = await generateKeyPair()
    return JSON.stringify(privateKey)
  })
  const parsed = privateJwkSchema.safeParse(parseJson(text))
  if (!parsed.success) throw new Error(`key file is damaged: ${path}`)
  return parsed.data as PrivateJwk
}

async function readOrMake(
  path: string,
  make: () => string | Promise<string>,
): Promise<string> {
  const found = await readFile(path, 'utf8').catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  })
  if (found !== null) {
    if (found.trim() === '') throw new Error(`key file is empty: ${path}`)
    return found.trim()
  }
  const made = await make()
  // Written aside first, so that a power cut leaves no half key behind.
  await writeFile(`${path}.new`, `${made}\n`, { mode: 0o600, flush: true })
  await rename(`${path}.new`, path)
  return made
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return null
  }
}
