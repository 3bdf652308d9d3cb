/** The first visible sheet of an XLSX workbook (ECMA-376 part 1, 18.2–18.4). */
import { AppError } from '../../../shared/kernel/app-error.js'
import { readXml } from './read-xml.js'
import { readRows } from './read-xlsx-rows.js'
import { SHEET_LIMITS, type Sheet } from './sheet.js'
import { openArchive, type Archive } from './unzip.js'
import { readStyles } from './xlsx-formats.js'

/** Throws `sheet.unreadable`, `sheet.too_large`. */
export function readXlsx(bytes: Uint8Array): Sheet {
  const archive = openArchive(bytes)
  const workbook = readWorkbook(archive)
  const [sheet] = workbook.sheets
  if (sheet === undefined) throw new AppError('sheet.unreadable')
  const part = archive.read(sheet.path)
  if (part === null) throw new AppError('sheet.unreadable')
  const rows = readRows(part, {
    strings: readStrings(archive.read('xl/sharedStrings.xml')),
    styles: readStyles(archive.read('xl/styles.xml')),
    date1904: workbook.date1904,
  })
  return { name: sheet.name, rows }
}

function readWorkbook(archive: Archive) {
  const part = archive.read('xl/workbook.xml')
  if (part === null) throw new AppError('sheet.unreadable')
  const paths = readRelations(archive)
  const sheets: { name: string; path: string }[] = []
  let date1904 = false
  readXml(part, {
    open(name, attributes) {
      if (name === 'workbookPr')
        date1904 = ['1', 'true'].includes(attributes['date1904'] ?? '')
      if (name !== 'sheet' || /hidden/i.test(attributes['state'] ?? '')) return
      const path = paths.get(attributes['id'] ?? '')
      if (path !== undefined)
        sheets.push({ name: attributes['name'] ?? '', path })
    },
  })
  return { sheets, date1904 }
}

/** Where inside the archive each relation of the workbook leads. */
function readRelations(archive: Archive): Map<string, string> {
  const part = archive.read('xl/_rels/workbook.xml.rels')
  const paths = new Map<string, string>()
  if (part === null) return paths
  readXml(part, {
    open(name, { Id, Target, TargetMode }) {
      if (name !== 'Relationship' || !Id || !Target) return
      if (TargetMode === 'External') return
      paths.set(Id, Target.startsWith('/') ? Target.slice(1) : `xl/${Target}`)
    },
  })
  return paths
}

/** Strings that cells refer to by number, without reading aids (`rPh`). */
function readStrings(part: Uint8Array | null): string[] {
  const strings: string[] = []
  if (part === null) return strings
  let text = ''
  let letters = 0
  let isInText = false
  let aids = 0
  readXml(part, {
    open(name) {
      if (name === 'si') text = ''
      if (name === 'rPh') aids += 1
      isInText = name === 't' && aids === 0
    },
    close(name) {
      if (name === 't') isInText = false
      if (name === 'rPh') aids -= 1
      if (name === 'si') strings.push(text)
    },
    text(piece) {
      if (!isInText) return
      text += piece
      letters += piece.length
      if (text.length > SHEET_LIMITS.cellLetters)
        throw new AppError('sheet.too_large', { limit: 'cell' })
      if (letters > SHEET_LIMITS.unpackedBytes)
        throw new AppError('sheet.too_large', { limit: 'unpacked' })
    },
  })
  return strings
}
