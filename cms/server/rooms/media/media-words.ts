import { foldVietnamese } from '../../../../shared/text/fold.js'
import type { Media } from './media.repository.js'

/** For people to read only: no folders, no control characters, NFC, 200. */
export function cleanName(name: string): string {
  const last = name.normalize('NFC').split(/[/\\]/).at(-1) ?? ''
  const clean = last.replace(/\p{C}/gu, '').trim().slice(0, 200)
  return clean === '' ? 'tệp' : clean
}

/** The folded words a file is found by; `text` is what stands in it. */
export function mediaSearchText(
  media: Pick<Media, 'name' | 'alt' | 'altEn' | 'source' | 'licence' | 'tags'>,
  text = '',
): string {
  const words = [
    media.name,
    media.alt,
    media.altEn,
    media.tags.join(' '),
    media.source,
    media.licence,
    text,
  ]
  return foldVietnamese(words.join(' ').slice(0, 20_000))
}
