const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#x27': "'",
  '#x60': '`',
  '#x3D': '=',
  nbsp: '\u00A0',
}

/**
 * The words of a rendered document in reading order: drawings left out, and
 * what the screen fills in by itself (clock, countdown) too.
 */
export function slideText(html: string): string {
  const body = /<body[^>]*>([\s\S]*)<\/body>/.exec(html)?.[1] ?? html
  return body
    .replace(/<svg[\s\S]*?<\/svg>/g, ' ')
    .replace(/<(\w+)[^>]*\sdata-live="[^"]*"[^>]*>[^<]*<\/\1>/g, ' ')
    .replace(/<\/?(b|i|em|strong|span|mark|sup|small)(\s[^>]*)?>/g, ' ')
    .replace(/<[^>]+>/g, '\n')
    .replace(/&(#?\w+);/g, (all, name: string) => ENTITIES[name] ?? all)
    .replace(/\u2060/g, '')
    .replace(/[ \t\u00A0]+/g, ' ')
    .replace(/ ?\n[ \n]*/g, '\n')
    .trim()
}
