/*
 * `npm run hostile -- --seed 7 --count 2000`: lays out hostile content in every
 * template, orientation and step of text, and fails on the first clipped pixel
 * it finds, with the seed that brings it back.
 */
import { parseArgs } from 'node:util'
import { bundleGaugeScript } from '../templates/gauge/gauge-script.js'
import { launchBrowser } from '../test/support/browser.js'
import { openSlides } from './gallery/scenes.js'
import { runHostile } from './hostile/run-hostile.js'

const { values: wish } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '2000' },
    only: { type: 'string' },
  },
})

const browser = await launchBrowser()
try {
  const result = await runHostile({
    slides: await openSlides(),
    script: await bundleGaugeScript(),
    browser,
    firstSeed: Number(wish.seed),
    count: Number(wish.count),
    only: wish.only?.split(',') ?? null,
    onFault: ({ seed, templateId, glass, findings }) => {
      for (const one of findings.slice(0, 3))
        console.log(
          `seed ${seed} ${templateId} ${glass}: ${one.kind} ${one.selector} “${one.text}” ${one.measured}/${one.allowed}`,
        )
    },
  })
  console.log(
    `${result.renderings} renderings, ${result.pages} pages, ${result.plain} in the plain layout, ${result.faults} with faults, ${(result.renderings / result.seconds).toFixed(1)}/s`,
  )
  process.exitCode = result.faults === 0 ? 0 : 1
} finally {
  await browser.close()
}
