export type SlideMeasurementRow = {
  /** The rendered document, by its hash. */
  sha256: string
  orientation: string
  text_step: number
  pages: number
  findings_json: string
  measured_at: string
}
