// The form of a screen's settings, and what of it cannot be saved.
import type { ScreenSettings } from '../../../../shared/contract/api/screens.js'
import type { Language } from '../../../../shared/contract/primitives.js'
import { parseVietnameseNumber } from '../../../../shared/text/numbers.js'
import type { Copy } from '../../copy/vi.js'

/** As typed: numbers and the ticker are still text. */
export type TypedSettings = {
  name: string
  areaId: string
  orientation: ScreenSettings['orientation']
  resolutionClass: ScreenSettings['resolutionClass']
  languages: Language[]
  inches: string
  metres: string
  ticker: string
}

export type SettingsProblems = Partial<Record<keyof TypedSettings, string>>

const TICKER_MAX = 62

/** What the form starts with for a screen that is there already. */
export function typedFrom(settings: ScreenSettings): TypedSettings {
  return {
    ...settings,
    inches: String(settings.diagonalInches).replace('.', ','),
    metres: String(settings.viewingMetres).replace('.', ','),
    ticker: settings.ticker.join('\n'),
  }
}

/** The settings to save, or the problems in words, by field. */
export function readSettings(
  typed: TypedSettings,
  copy: Copy,
):
  | { ok: true; settings: ScreenSettings }
  | { ok: false; problems: SettingsProblems } {
  const words = copy.screens
  const inches = parseVietnameseNumber(typed.inches)
  const metres = parseVietnameseNumber(typed.metres)
  const ticker = typed.ticker
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean)
  const tooLong = ticker.findIndex((line) => line.length > TICKER_MAX)
  const problems: SettingsProblems = {
    ...(typed.name.trim() === '' && { name: words.nameRequired }),
    ...(typed.areaId === '' && { areaId: words.areaRequired }),
    ...(typed.languages.length === 0 && {
      languages: words.languagesRequired,
    }),
    ...((inches === null || inches < 10 || inches > 500) && {
      inches: words.inchesBad,
    }),
    ...((metres === null || metres < 0.5 || metres > 50) && {
      metres: words.metresBad,
    }),
    ...(tooLong >= 0 && { ticker: words.tickerLong(tooLong + 1) }),
  }
  if (Object.keys(problems).length > 0) return { ok: false, problems }
  return {
    ok: true,
    settings: {
      name: typed.name.trim(),
      areaId: typed.areaId,
      orientation: typed.orientation,
      resolutionClass: typed.resolutionClass,
      languages: typed.languages,
      diagonalInches: inches ?? 0,
      viewingMetres: metres ?? 0,
      ticker: ticker.slice(0, 20),
    },
  }
}
