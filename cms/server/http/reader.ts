import type { IncomingMessage } from 'node:http'

export type ReaderLanguage = 'vi' | 'en'

/** One cookie's value, or undefined. */
export function cookieOf(
  request: IncomingMessage,
  name: string,
): string | undefined {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const at = part.indexOf('=')
    if (at > 0 && part.slice(0, at).trim() === name)
      return part.slice(at + 1).trim()
  }
  return undefined
}

/**
 * The language sentences are answered in: the `lang` cookie of the console's
 * switch, else the first of vi and en that the browser names, else Vietnamese.
 */
export function languageOf(request: IncomingMessage): ReaderLanguage {
  const chosen = cookieOf(request, 'lang')
  if (chosen === 'vi' || chosen === 'en') return chosen
  const accepted = request.headers['accept-language'] ?? ''
  const named = accepted
    .split(',')
    .map((part) => part.trim().slice(0, 2).toLowerCase())
    .find((tag) => tag === 'vi' || tag === 'en')
  return named === 'en' ? 'en' : 'vi'
}
