/*
 * Reads the template folders once and checks everything in them before a slide
 * is ever rendered: a broken template is refused here, by file and field.
 *
 * The first folder is the house's own (`partials`, `styles`, `fonts`,
 * `slides`); further ones are a site's and carry `slides` only.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import {
  templateManifestSchema,
  type TemplateView,
} from '../../shared/contract/template.js'
import { AppError } from '../../shared/kernel/app-error.js'
import type { Log } from '../../shared/kernel/log.js'
import { AssetShelf } from './asset-shelf.js'
import type { Catalogue, Sheeted, Words } from './catalogue.js'
import { checkFieldSchema } from './field-schema.rules.js'
import { createMarkupPress, type MarkupPress } from './markup-press.js'
import { refuseTemplate } from './refuse-template.js'
import { renderDocument } from './render-document.js'
import { prepareFields } from './prepare-fields.js'
import { validateFields } from './validate-fields.js'
import { readWords } from './words.js'

type House = {
  press: MarkupPress
  shelf: AssetShelf
  words: Words
  root: string
}

/**
 * Loads and checks all templates; every sample of each is rendered once.
 *
 * @throws AppError template.invalid with `file`, `pointer` and `message`
 */
export async function loadCatalogue(options: {
  folders: readonly string[]
  log: Log
}): Promise<Catalogue> {
  const [root, ...sites] = options.folders.map((folder) => resolve(folder))
  if (!root) throw new Error('the first folder is the house of templates')
  const house: House = {
    root,
    shelf: new AssetShelf([root, ...sites]),
    words: readWords(join(root, 'partials', 'words.json')),
    press: createMarkupPress(join(root, 'partials')),
  }
  const views = new Map<string, TemplateView>()
  const slides = new Map<string, Sheeted>()
  for (const folder of [root, ...sites].flatMap(slideFolders)) {
    const loaded = loadSlide(house, folder)
    if (views.has(loaded.view.id)) {
      refuseTemplate(
        join(folder, 'template.json'),
        '/id',
        `There is already a template named ${loaded.view.id}.`,
      )
    }
    views.set(loaded.view.id, loaded.view)
    slides.set(loaded.view.id, loaded.slide)
  }
  const catalogue: Catalogue = {
    templates: [...views.values()],
    get(id) {
      const view = views.get(id)
      if (!view) throw new AppError('template.not_found', { id })
      return view
    },
    furniture: {
      frame: loadFurniture(house, 'frame'),
      holding: loadFurniture(house, 'holding'),
    },
    slides,
    assets: house.shelf.assets,
  }
  options.log.info(
    { templates: views.size, assets: catalogue.assets.length },
    'templates loaded',
  )
  return Object.freeze(catalogue)
}

function slideFolders(root: string): string[] {
  const slides = join(root, 'slides')
  if (!existsSync(slides)) return []
  return readdirSync(slides, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => join(slides, entry.name))
    .sort()
}

function loadFurniture(house: House, name: 'frame' | 'holding'): Sheeted {
  return {
    markup: house.press.compile(join(house.root, 'partials', `${name}.hbs`), [
      house.words,
    ]),
    words: [house.words],
    sheets: [
      ...house.shelf.addSheet(join(house.root, 'styles', 'slide.css')),
      ...house.shelf.addSheet(join(house.root, 'styles', `${name}.css`)),
    ],
  }
}

function loadSlide(
  house: House,
  folder: string,
): { view: TemplateView; slide: Sheeted } {
  const file = join(folder, 'template.json')
  const manifest = templateManifestSchema.safeParse(readJson(file))
  if (!manifest.success) {
    const issue = manifest.error.issues[0]
    refuseTemplate(
      file,
      `/${issue?.path.join('/') ?? ''}`,
      issue?.message ?? 'not a template',
    )
  }
  if (!folder.endsWith(manifest.data.id)) {
    refuseTemplate(file, '/id', 'The id must be the name of the folder.')
  }
  checkFieldSchema(file, manifest.data.fields)
  const samples = readSamples(folder)
  const view = { ...manifest.data, sample: samples.get('typical') ?? {} }
  const words = [readWords(join(folder, 'words.json')), house.words]
  const slide: Sheeted = {
    markup: house.press.compile(join(folder, 'slide.hbs'), words),
    words,
    sheets: [
      ...house.shelf.addSheet(join(house.root, 'styles', 'slide.css')),
      ...house.shelf.addSheet(join(folder, 'slide.css')),
    ],
  }
  for (const [name, sample] of samples) {
    proveSample(join(folder, 'samples', `${name}.json`), view, slide, sample)
  }
  return { view, slide }
}

function readSamples(folder: string): Map<string, Record<string, unknown>> {
  const samples = new Map<string, Record<string, unknown>>()
  const home = join(folder, 'samples')
  const names = existsSync(home) ? readdirSync(home).sort() : []
  for (const name of names.filter((entry) => entry.endsWith('.json'))) {
    const sample = readJson(join(home, name))
    if (sample === null || typeof sample !== 'object') {
      refuseTemplate(join(home, name), '', 'A sample is an object of fields.')
    }
    samples.set(name.slice(0, -'.json'.length), { ...sample })
  }
  if (!samples.has('typical')) {
    refuseTemplate(join(home, 'typical.json'), '', 'This sample is missing.')
  }
  return samples
}

function proveSample(
  file: string,
  view: TemplateView,
  slide: Sheeted,
  sample: Record<string, unknown>,
): void {
  const problem = validateFields(view, sample, 'en')[0]
  if (problem) refuseTemplate(file, problem.pointer, problem.message)
  try {
    const fields = prepareFields(view.fields, sample)
    for (const language of ['vi', 'en'] as const) {
      renderDocument(slide, {
        fields,
        language,
        title: '',
        pictures: new Map(),
      })
    }
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause)
    refuseTemplate(file, '', `The slide does not render: ${said}`, cause)
  }
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause)
    return refuseTemplate(file, '', `Not readable as JSON: ${said}`, cause)
  }
}
