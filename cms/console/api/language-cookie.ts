export type UiLanguage = 'vi' | 'en'

/** The language of this browser's console: Vietnamese unless chosen. */
export function currentLanguage(): UiLanguage {
  return /(?:^|;\s*)lang=en(?:;|$)/.test(document.cookie) ? 'en' : 'vi'
}

/** Keeps the choice for a year; the server's sentences follow it too. */
export function rememberLanguage(language: UiLanguage): void {
  document.cookie = `lang=${language}; path=/; max-age=31536000; samesite=lax`
}
