import { createHash } from 'node:crypto'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import {
  slotSecondsFor,
  type ReadingLoad,
} from '../../../../shared/text/reading-time.js'
import { TEXT_STEPS } from '../screens/text-step.rules.js'
import type { GaugeOrder, SlideGauge } from './gauge.port.js'
import type {
  Measurement,
  MeasurementRepository,
} from './measurement.repository.js'

export type MeasureDeps = {
  gauge: Pick<SlideGauge, 'measure'>
  measurements: Pick<MeasurementRepository, 'list' | 'save'>
  clock: Clock
}

const GLASSES = (['landscape', 'portrait'] as const).flatMap((orientation) =>
  TEXT_STEPS.map((textStep) => ({ orientation, textStep })),
)

/**
 * What a reader meets on every kind of glass: both orientations, every step of
 * text. Measured once for the same bytes. Null where nothing can be measured.
 */
export async function measureDocument(
  deps: MeasureDeps,
  document: Pick<GaugeOrder, 'html' | 'frame' | 'language'>,
): Promise<Measurement[] | null> {
  const sha256 = createHash('sha256').update(document.html).digest('hex')
  const known = await deps.measurements.list(sha256)
  const measured: Measurement[] = []
  for (const glass of GLASSES) {
    const before = known.find(
      (one) =>
        one.orientation === glass.orientation &&
        one.textStep === glass.textStep,
    )
    const reading =
      before ?? (await deps.gauge.measure({ ...document, ...glass }))
    if (!reading) return null
    const one = { ...glass, pages: reading.pages, findings: reading.findings }
    if (!before) await deps.measurements.save(sha256, one, isoNow(deps.clock))
    measured.push(one)
  }
  return measured
}

/** Seconds of a slide by kind of glass, `landscape 1.15` → 24. */
export type Slots = Readonly<Record<string, number>>

/** The time each glass gives a slide: more pages take longer. */
export function slotsOf(
  load: ReadingLoad,
  measured: readonly Measurement[],
): Slots {
  return Object.fromEntries(
    measured.map((one) => [
      `${one.orientation} ${one.textStep}`,
      slotSecondsFor(load, one.pages),
    ]),
  )
}
