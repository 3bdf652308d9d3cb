import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

/** The page may run its own script and nothing else, and talk to nobody else. */
const PAGE_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data:",
  "media-src 'self'",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self'",
  "base-uri 'self'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const PAGE: Record<string, { file: string; type: string }> = {
  '/': { file: 'index.html', type: 'text/html; charset=utf-8' },
  '/stage.js': { file: 'stage.js', type: 'text/javascript; charset=utf-8' },
  '/stage.css': { file: 'stage.css', type: 'text/css; charset=utf-8' },
  '/technician.css': {
    file: 'technician.css',
    type: 'text/css; charset=utf-8',
  },
}

export type PageFile = {
  bytes: Uint8Array
  headers: Record<string, string>
}

/** One of the files of the stage page; null for any other path. */
export async function pageFile(
  folder: string,
  path: string,
): Promise<PageFile | null> {
  const known = Object.hasOwn(PAGE, path) ? PAGE[path] : undefined
  if (!known) return null
  const bytes = await readFile(join(folder, known.file)).catch(() => null)
  if (!bytes) return null
  return {
    bytes,
    headers: {
      'content-type': known.type,
      'cache-control': 'no-store',
      'content-security-policy': PAGE_POLICY,
      'cross-origin-opener-policy': 'same-origin',
    },
  }
}
