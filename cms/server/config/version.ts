import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The product's version: package.json of the folder we run from. */
export function readVersion(): string {
  let folder = dirname(fileURLToPath(import.meta.url))
  for (let step = 0; step < 6; step += 1) {
    const version = versionIn(folder)
    if (version !== null) return version
    folder = dirname(folder)
  }
  return '0.0.0'
}

function versionIn(folder: string): string | null {
  try {
    const text = readFileSync(join(folder, 'package.json'), 'utf8')
    const parsed = JSON.parse(text) as { name?: string; version?: string }
    return parsed.name === 'bang-tin' ? (parsed.version ?? null) : null
  } catch {
    // Not here: look one folder up.
    return null
  }
}
