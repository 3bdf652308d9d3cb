import type {
  Language,
  Orientation,
} from '../../../../shared/contract/primitives.js'
import type { Finding } from '../../../../templates/frame/finding.js'

/** One layout to be looked at: a document on one kind of glass. */
export type GaugeOrder = {
  html: string
  frame: 'furnished' | 'full'
  language: Language
  orientation: Orientation
  textStep: number
}

export type GaugeReading = { pages: number; findings: Finding[] }

/** Lays slides out as the glass does, on the CMS's own machine. */
export type SlideGauge = {
  /** Null where there is no browser: then nothing can be measured here. */
  measure(order: GaugeOrder): Promise<GaugeReading | null>
  stop(): Promise<void>
}
