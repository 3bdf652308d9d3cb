const BROWSERS: readonly (readonly [RegExp, string])[] = [
  [/CocCoc/i, 'Coc Coc'],
  [/Edg\//, 'Edge'],
  [/Firefox\//, 'Firefox'],
  [/Chrome\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]
const SYSTEMS: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS X/, 'macOS'],
  [/Linux/, 'Linux'],
]

/** "Chrome, Windows" out of how a browser names itself; null for strangers. */
export function browserName(agent: string | null): string | null {
  const find = (names: readonly (readonly [RegExp, string])[]) =>
    names.find(([pattern]) => pattern.test(agent ?? ''))?.[1]
  const found = [find(BROWSERS), find(SYSTEMS)].filter(Boolean)
  return found.length === 0 ? null : found.join(', ')
}
