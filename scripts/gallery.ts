/*
 * Every template × sample × language × glass as a picture, made by the very
 * frame that the screens use, with what a reader would find wrong on it.
 * `npm run gallery`; `-- --only polling,urgent --sample typical --glass led`.
 */
import { mkdir, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { languageSchema } from '../shared/contract/primitives.js'
import { bundleGaugeScript } from '../templates/gauge/gauge-script.js'
import { openGauge, type Gauge } from '../templates/gauge/open-gauge.js'
import { launchBrowser } from '../test/support/browser.js'
import { GLASSES, type Glass } from './gallery/glasses.js'
import { galleryPage, type Picture } from './gallery/gallery-index.js'
import {
  HOUSE,
  openSlides,
  samplesOf,
  type PartScene,
} from './gallery/scenes.js'

const OUT = join(import.meta.dirname, '..', 'dist', 'gallery')
/** Pages of one slide that are pictured. */
const MOST_PAGES = 4
const AT_ONCE = 2

const { values: wish } = parseArgs({
  options: {
    only: { type: 'string' },
    sample: { type: 'string' },
    glass: { type: 'string' },
    language: { type: 'string', default: 'vi,en' },
    step: { type: 'string' },
    at: { type: 'string' },
    measure: { type: 'boolean', default: false },
  },
})

const wanted = (list: string | undefined, name: string) =>
  !list || list.split(',').includes(name)

type Task = {
  template: string
  sample: string
  language: string
  scene: () => Promise<PartScene>
}

async function picture(
  gauge: Gauge,
  task: Task,
  glass: Glass,
): Promise<Picture[]> {
  await gauge.page.setViewportSize(glass)
  const textStep = wish.step ? Number(wish.step) : glass.textStep
  const scene = await task.scene()
  const { orientation } = glass
  const shown = await gauge.show({ ...scene, orientation, textStep })
  const { template, sample, language } = task
  const of = { template, sample, language, glass: glass.name }
  const pictures: Picture[] = []
  for (let at = 0; at < Math.min(shown.pages, MOST_PAGES); at += 1) {
    const file = `${template}-${sample}-${language}-${glass.name}-${at + 1}of${shown.pages}.jpg`
    if (!wish.measure) {
      await gauge.page.evaluate((page) => window.gauge.turnTo(page), at)
      await gauge.page.screenshot({
        path: join(OUT, file),
        type: 'jpeg',
        quality: 78,
        animations: 'disabled',
      })
    }
    const findings = at === 0 ? shown.findings : []
    pictures.push({ ...of, file, findings, isPlain: shown.isPlain })
    if (wish.measure) break
  }
  return pictures
}

async function listTasks(): Promise<{
  tasks: Task[]
  readFile: Awaited<ReturnType<typeof openSlides>>['readFile']
}> {
  const slides = await openSlides()
  const tasks: Task[] = []
  const now = wish.at ? { now: Date.parse(wish.at) } : {}
  for (const code of wish.language.split(',')) {
    const language = languageSchema.parse(code)
    for (const { id } of slides.catalogue.templates) {
      if (!wanted(wish.only, id)) continue
      const samples = await samplesOf(join(HOUSE, 'slides'), id)
      for (const [sample, fields] of samples) {
        if (!wanted(wish.sample, sample)) continue
        const order = { templateId: id, fields, language, ...now }
        const scene = () => slides.scene(order)
        tasks.push({ template: id, sample, language, scene })
      }
    }
    if (wanted(wish.only, 'holding')) {
      const scene = async () => slides.holding(language)
      tasks.push({ template: 'holding', sample: 'typical', language, scene })
    }
  }
  return { tasks, readFile: slides.readFile }
}

async function main(): Promise<number> {
  await rm(OUT, { recursive: true, force: true })
  await mkdir(OUT, { recursive: true })
  const { tasks, readFile } = await listTasks()
  const glasses = GLASSES.filter((one) => wanted(wish.glass, one.name))
  const jobs = tasks.flatMap((task) =>
    glasses.map((glass) => ({ task, glass })),
  )
  const browser = await launchBrowser()
  const script = await bundleGaugeScript()
  const pictures: Picture[] = []
  const work = async () => {
    const gauge = await openGauge({ script, readFile, browser })
    for (let job = jobs.shift(); job; job = jobs.shift()) {
      pictures.push(...(await picture(gauge, job.task, job.glass)))
    }
    await gauge.close()
  }
  try {
    await Promise.all(Array.from({ length: AT_ONCE }, work))
  } finally {
    await browser.close()
  }
  pictures.sort((a, b) => (a.file < b.file ? -1 : 1))
  await writeFile(join(OUT, 'index.html'), galleryPage(pictures))
  return report(pictures)
}

/** Says every fault once: twenty equal rows with one fault are one line. */
function report(pictures: readonly Picture[]): number {
  const places = new Map<string, string>()
  for (const { file, findings } of pictures) {
    for (const one of findings) {
      const selector = one.selector.replace(/:nth-of-type\(\d+\)/g, '')
      places.set(
        `${file} ${one.kind} ${selector}`,
        `“${one.text}” ${one.measured}/${one.allowed}`,
      )
    }
  }
  for (const [place, said] of places) console.log(`${place} ${said}`)
  const plain = pictures.filter((one) => one.isPlain).length
  console.log(
    `${pictures.length} pictures in ${OUT}, ${plain} in the plain layout, ${places.size} findings (size, contrast, clipping, margins)`,
  )
  return places.size === 0 ? 0 : 1
}

process.exitCode = await main()
