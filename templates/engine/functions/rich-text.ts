/*
 * A small safe set of rich text: paragraphs, bold, italics, lists. It is kept as
 * plain text with marks (`**bold**`, `*italic*`, `- item`, `1. item`), so there
 * is no markup to clean: everything is escaped first, and only our own tags
 * are put in.
 */
import Handlebars from 'handlebars'

const { escapeExpression } = Handlebars

/** The text as HTML of p, ul, ol, li, b and i, whatever was typed. */
export function richText(text: string): string {
  const parts: string[] = []
  let list: 'ul' | 'ol' | null = null
  const leaveList = () => {
    if (list) parts.push(`</${list}>`)
    list = null
  }
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') {
      leaveList()
      continue
    }
    const item = /^(?:([-•])|\d{1,3}[.)])\s+(.+)$/u.exec(line)
    if (!item) {
      leaveList()
      parts.push(`<p>${inline(line)}</p>`)
      continue
    }
    const kind = item[1] ? 'ul' : 'ol'
    if (list !== kind) {
      leaveList()
      parts.push(`<${kind}>`)
      list = kind
    }
    parts.push(`<li>${inline(item[2] ?? '')}</li>`)
  }
  leaveList()
  return parts.join('')
}

/** Pairs only: a star that stands alone is a star. */
function inline(line: string): string {
  return escapeExpression(line)
    .replace(/\*\*(?=\S)(.+?)(?<=\S)\*\*/gu, '<b>$1</b>')
    .replace(/(?<!\*)\*(?=[^\s*])([^*]+?)(?<=\S)\*(?!\*)/gu, '<i>$1</i>')
}
