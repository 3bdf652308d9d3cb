import type { Browser } from 'playwright-core'
import type { Finding } from '../../templates/frame/finding.js'
import { openGauge } from '../../templates/gauge/open-gauge.js'
import { STEPS } from '../gallery/glasses.js'
import type { Slides } from '../gallery/scenes.js'
import { createDice, hostileFields } from './hostile-fields.js'

export type HostileFault = {
  seed: number
  templateId: string
  glass: string
  findings: Finding[]
}

export type HostileResult = {
  renderings: number
  pages: number
  plain: number
  faults: number
  seconds: number
}

/** Lays out `count` hostile slides, one seed each; tells every fault. */
export async function runHostile(order: {
  slides: Slides
  script: string
  browser: Browser
  firstSeed: number
  count: number
  only: readonly string[] | null
  onFault: (fault: HostileFault) => void
}): Promise<HostileResult> {
  const { slides, script, browser } = order
  const { readFile } = slides
  const ids = slides.catalogue.templates
    .map((one) => one.id)
    .filter((id) => order.only === null || order.only.includes(id))
  const gauge = await openGauge({ script, readFile, browser })
  const result = { renderings: 0, pages: 0, plain: 0, faults: 0, seconds: 0 }
  const started = performance.now()
  for (let at = 0; at < order.count; at += 1) {
    const seed = order.firstSeed + at
    const dice = createDice(seed)
    const templateId = ids[at % ids.length] ?? ''
    const { fields: schema } = slides.catalogue.get(templateId)
    const fields = hostileFields(schema, dice)
    const language = dice.pick(['vi', 'en', 'jra', 'bdq'] as const)
    const orientation = dice.pick(['landscape', 'portrait'] as const)
    const textStep = dice.pick(STEPS)
    const scene = await slides.scene({ templateId, fields, language })
    // The furniture is the same for all: the gallery measures it.
    const shown = await gauge.show({
      ...scene,
      furniture: null,
      orientation,
      textStep,
    })
    result.renderings += 1
    result.pages += shown.pages
    if (shown.isPlain) result.plain += 1
    if (shown.findings.length === 0) continue
    result.faults += 1
    const glass = `${orientation} ×${textStep} ${language}`
    order.onFault({ seed, templateId, glass, findings: shown.findings })
  }
  await gauge.close()
  result.seconds = (performance.now() - started) / 1000
  return result
}
