/* A copy of the real templates that a test may spoil, gone afterwards. */
import { readdirSync } from 'node:fs'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { silentLog } from '../../../../shared/kernel/log.js'
import type { Catalogue } from '../../../../templates/engine/catalogue.js'
import { loadCatalogue } from '../../../../templates/engine/load-catalogue.js'

export const TEMPLATES = join(import.meta.dirname, '../../../../templates')

/** Every template folder of the house: a new one is tested without being named. */
export function templateIds(): string[] {
  return readdirSync(join(TEMPLATES, 'slides')).sort()
}

let loaded: Promise<Catalogue> | undefined

/** The real catalogue, loaded once for all tests. */
export function realCatalogue(): Promise<Catalogue> {
  loaded ??= loadCatalogue({ folders: [TEMPLATES], log: silentLog })
  return loaded
}

/** Makes a site folder with one template of its own, spoilt by `spoil`. */
export async function spoiltSite(
  spoil: (site: {
    path: (file: string) => string
    edit: (file: string, change: (text: string) => string) => Promise<void>
  }) => Promise<void>,
): Promise<{ refused: AppError; [Symbol.asyncDispose](): Promise<void> }> {
  const site = await mkdtemp(join(tmpdir(), 'templates-'))
  const own = join(site, 'slides', 'own')
  await cp(join(TEMPLATES, 'slides', 'health'), own, { recursive: true })
  const path = (file: string) => join(own, file)
  const edit = async (file: string, change: (text: string) => string) => {
    await writeFile(path(file), change(await readFile(path(file), 'utf8')))
  }
  await edit('template.json', (text) => text.replace('"health"', '"own"'))
  await spoil({ path, edit })
  try {
    await loadCatalogue({ folders: [TEMPLATES, site], log: silentLog })
  } catch (error) {
    if (error instanceof AppError) {
      return {
        refused: error,
        [Symbol.asyncDispose]: () => rm(site, { recursive: true }),
      }
    }
    throw error
  }
  throw new Error('the spoilt template was not refused')
}
