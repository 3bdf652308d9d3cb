/*
 * Measures slides in a Chromium of this machine: the very code of the glass.
 * It starts with the first slide that is to be measured, one at a time, and
 * goes away when nobody has asked for a while, so that an idle CMS stays small.
 */
import type { Clock } from '../../../shared/kernel/clock.js'
import type { Log } from '../../../shared/kernel/log.js'
import { findChromium } from '../../../templates/gauge/find-chromium.js'
import { readGaugeScript } from '../../../templates/gauge/gauge-script.js'
import {
  openGauge,
  type Gauge,
  type ReadGaugeFile,
} from '../../../templates/gauge/open-gauge.js'
import type { GaugeOrder, SlideGauge } from '../rooms/publishing/gauge.port.js'

const IDLE_MS = 60_000
const TIME_ZONE = 'Asia/Ho_Chi_Minh'

/** @param options.chromium a path; null: look for one; 'none': measure nothing */
export function createChromiumGauge(options: {
  chromium: string | null
  readFile: ReadGaugeFile
  clock: Clock
  log: Log
}): SlideGauge {
  const { chromium, log } = options
  const path = chromium === 'none' ? null : findChromium(chromium)
  if (path === null) {
    log.warn({}, 'no browser here: slides are not measured before approval')
  }
  let open: Promise<Gauge> | null = null
  let idle: NodeJS.Timeout | undefined
  let last: Promise<unknown> = Promise.resolve()

  const close = async () => {
    clearTimeout(idle)
    const closing = open
    open = null
    await (await closing?.catch(() => null))?.close()
  }
  const start = async (executablePath: string) => {
    const script = await readGaugeScript()
    return openGauge({ script, executablePath, readFile: options.readFile })
  }
  const measureNow = async (order: GaugeOrder, executablePath: string) => {
    clearTimeout(idle)
    open ??= start(executablePath)
    try {
      const { html, ...glass } = order
      const shown = await (
        await open
      ).show({
        ...glass,
        slide: html,
        // The header and the ticker are the house's: the gallery measures them.
        furniture: null,
        live: {
          now: options.clock.now(),
          timeZone: TIME_ZONE,
          language: order.language,
          page: 0,
          pages: 1,
          progress: 0,
        },
      })
      return { pages: shown.pages, findings: shown.findings }
    } catch (error) {
      // A browser that died is started anew by the next who asks.
      await close()
      throw error
    } finally {
      idle = setTimeout(() => void close(), IDLE_MS)
      idle.unref()
    }
  }
  return {
    measure(order) {
      if (path === null) return Promise.resolve(null)
      const mine = last.then(() => measureNow(order, path))
      last = mine.catch(() => null)
      return mine
    },
    async stop() {
      await last
      await close()
    },
  }
}
