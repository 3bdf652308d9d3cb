/**
 * Text out of somebody else's HTML (Word's clipboard, a converted DOCX, a web
 * page): our own marks for bold, italics and lists, and the cells of tables.
 * Nothing of the markup survives, so nothing has to be cleaned afterwards.
 */
export type ReadHtml = {
  /** Paragraphs apart by an empty line, `**bold**`, `*italic*`, `- item`. */
  text: string
  /** Cells of each table, row by row, without marks. */
  tables: string[][][]
}

const TOKEN = /<!--[\s\S]*?(?:-->|$)|<[^>]*>|[^<]+|</gu
/** What stands inside is not text for people. */
const SILENT = new Set(['style', 'script', 'head', 'title', 'xml', 'template'])
const BLOCKS = new Set(
  'p div h1 h2 h3 h4 h5 h6 section article blockquote pre ul ol'.split(' '),
)
const LETTERS_MAX = 500_000

type Open = { name: string; bold: boolean; italic: boolean; ordered: boolean }

/** Never throws, whatever the HTML is. */
export function richFromHtml(html: string): ReadHtml {
  const reader = new Reader()
  for (const [token] of html.slice(0, 4 * LETTERS_MAX).matchAll(TOKEN)) {
    if (token.startsWith('<!')) continue
    const tag = /^<\s*(\/?)\s*([a-z][\w:-]*)([^>]*)>$/iu.exec(token)
    if (!tag) reader.write(decode(token))
    else if (tag[1]) reader.close(tag[2]!.toLowerCase())
    else reader.open(tag[2]!.toLowerCase(), tag[3] ?? '')
  }
  return reader.end()
}

class Reader {
  private readonly lines: string[] = []
  private line = ''
  private prefix = ''
  private stack: Open[] = []
  private silent: string | null = null
  private tables: string[][][] = []
  private table: string[][] | null = null
  private cell: string | null = null
  private items = 0

  open(name: string, attributes: string): void {
    if (this.silent) return
    if (SILENT.has(name)) this.silent = name
    else if (name === 'br') this.breakLine()
    else if (name === 'table' && !this.table) {
      this.endLine()
      this.table = []
    } else if (name === 'tr' && this.table) this.table.push([])
    else if ((name === 'td' || name === 'th') && this.table) this.cell = ''
    else this.openText(name, attributes)
  }

  private openText(name: string, attributes: string): void {
    if (BLOCKS.has(name)) this.endLine()
    if (name === 'li') {
      this.endLine()
      this.items += 1
      const list = this.stack.findLast((one) => /^[uo]l$/u.test(one.name))
      this.prefix = list?.name === 'ol' ? `${this.items}. ` : '- '
    }
    if (name === 'ul' || name === 'ol') this.items = 0
    if (/mso-list/iu.test(attributes)) this.prefix = '- '
    if (/^(br|hr|img|meta|link|input|col|o:p)$/u.test(name)) return
    const heading = /^h[1-6]$/u.test(name)
    const before = this.stack.at(-1)
    const light = /font-weight:\s*(?:normal|[1-4]00)/iu.test(attributes)
    this.stack.push({
      name,
      ordered: name === 'ol',
      bold:
        !light &&
        (heading ||
          name === 'b' ||
          name === 'strong' ||
          /font-weight:\s*(?:bold|[6-9]00)/iu.test(attributes) ||
          (before?.bold ?? false)),
      italic:
        name === 'i' ||
        name === 'em' ||
        /font-style:\s*italic/iu.test(attributes) ||
        (before?.italic ?? false),
    })
  }

  close(name: string): void {
    if (this.silent) {
      if (this.silent === name) this.silent = null
      return
    }
    if ((name === 'td' || name === 'th') && this.table) this.endCell()
    else if (name === 'table' && this.table) this.endTable()
    if (BLOCKS.has(name) || name === 'li') this.endLine()
    const at = this.stack.findLastIndex((one) => one.name === name)
    if (at >= 0) this.stack = this.stack.slice(0, at)
  }

  write(text: string): void {
    if (this.silent) return
    const plain = text.replace(/[\s\u00ad\u200b]+/gu, ' ')
    if (this.table) {
      if (this.cell !== null) this.cell += plain
      return
    }
    const { bold = false, italic = false } = this.stack.at(-1) ?? {}
    this.line += marked(plain, bold, italic)
  }

  end(): ReadHtml {
    if (this.table) this.endTable()
    this.endLine()
    const text = this.lines
      .join('\n')
      .replace(/\n{3,}/gu, '\n\n')
      .trim()
    return {
      text: text.normalize('NFC').slice(0, LETTERS_MAX),
      tables: this.tables,
    }
  }

  private breakLine(): void {
    if (this.cell !== null) this.cell += ' '
    else this.endLine()
  }

  private endLine(): void {
    if (this.table) return
    const joined = this.line
      .replace(/\*\*( *)\*\*/gu, '$1')
      .replace(/ {2,}/gu, ' ')
      .trim()
    this.line = ''
    // Word writes the sign of a list item as text of its own.
    const bare = this.prefix ? joined.replace(/^[·•o§-]\s+/u, '') : joined
    if (bare === '') return
    const item = this.prefix !== ''
    const follows = /^(?:- |\d+\. )/u.test(this.lines.at(-1) ?? '')
    if (!(item && follows)) this.lines.push('')
    this.lines.push(this.prefix + bare)
    this.prefix = ''
  }

  private endCell(): void {
    const row = this.table?.at(-1)
    row?.push((this.cell ?? '').replace(/\s+/gu, ' ').trim().normalize('NFC'))
    this.cell = null
  }

  private endTable(): void {
    const rows = (this.table ?? []).filter((row) => row.some(Boolean))
    if (rows.length > 0) this.tables.push(rows)
    this.table = null
    this.cell = null
  }
}

/** Marks stand tight around the words: `** a**` would be two stars. */
function marked(text: string, bold: boolean, italic: boolean): string {
  const inner = text.trim()
  if (inner === '' || (!bold && !italic)) return text
  const mark = bold ? '**' : '*'
  const [before = ''] = /^\s*/u.exec(text) ?? []
  const [after = ''] = /\s*$/u.exec(text) ?? []
  return `${before}${mark}${inner}${mark}${after}`
}

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  bull: '•',
  middot: '·',
  lsquo: '‘',
  rsquo: '’',
  ldquo: '“',
  rdquo: '”',
}

function decode(text: string): string {
  return text.replace(/&(#x?[\da-f]+|[a-z]+);/giu, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name.toLowerCase()] ?? whole
    const code = /^#x/iu.test(name)
      ? Number.parseInt(name.slice(2), 16)
      : Number(name.slice(1))
    const usable = code >= 32 && code <= 0x10ffff && (code & ~0x7ff) !== 0xd800
    return usable ? String.fromCodePoint(code) : ' '
  })
}
