import { expect } from 'chai'
import fc from 'fast-check'
import { readDate } from '../../../../cms/server/sheets/read-date.js'
import { readSheet } from '../../../../cms/server/sheets/read-sheet.js'
import { readTable } from '../../../../cms/server/sheets/read-table.js'
import { cellName } from '../../../../cms/server/sheets/sheet.js'
import {
  SHEET_FORMATS,
  writeSheet,
} from '../../../../cms/server/sheets/write-sheet.js'
import { AppError } from '../../../../shared/kernel/app-error.js'

const COLUMNS = [
  { key: 'code', titles: ['Mã', 'Code'] },
  { key: 'name', titles: ['Tên', 'Name'], required: true },
] as const
const read = (text: string) =>
  readTable(readSheet(new TextEncoder().encode(text)), COLUMNS)

describe('reading a table', () => {
  it('refuses a table without a column it needs, and names it', () => {
    expect(() => read('Mã,Cột lạ\n1,2\n'))
      .to.throw(AppError)
      .with.nested.property('details.columns', 'Tên')
    expect(() => read('Mã,Tên\n'))
      .to.throw(AppError)
      .with.property('code', 'sheet.empty')
  })

  it('finds the headings below a title, in either language, without accents', () => {
    const [record] = read('DANH SÁCH\n\nten,MA\nXã Uar,24109\n')
    expect(record?.get('name')).to.equal('Xã Uar')
    expect(record?.get('code')).to.equal('24109')
    expect(record?.cell('code')).to.equal('B4')
    const [english] = read('Name\nUar\n')
    expect(english?.get('code')).to.equal(undefined)
    expect(english?.cell('code')).to.equal(null)
  })

  it('names cells as spreadsheets do', () => {
    expect([0, 25, 26, 701, 702].map((c) => cellName(c, 7))).to.deep.equal([
      'A7',
      'Z7',
      'AA7',
      'ZZ7',
      'AAA7',
    ])
  })

  it('reads dates that are, and none that are not', () => {
    expect(readDate('1/7/2025')).to.equal('2025-07-01')
    expect(readDate('2025-07-01T00:00')).to.equal('2025-07-01')
    for (const text of ['31/02/2025', '7/2025', 'hôm nay', '2025-13-01', ''])
      expect(readDate(text), text).to.equal(null)
  })
})

describe('writing a table', () => {
  const text = fc
    .string({ unit: 'grapheme', maxLength: 30 })
    // What spreadsheets and XML cannot keep apart.
    .map((raw) =>
      raw
        .replace(/[\p{Cc}\uFFFE\uFFFF]/gu, '')
        .normalize('NFC')
        .trim(),
    )
  const cell = fc.oneof(
    text,
    fc.constantFrom(
      '=1+1',
      '-5',
      '+84',
      '@x',
      "'=a",
      "''-",
      '00123',
      ';,"',
      "'a",
      'valueOf',
      '__proto__',
    ),
  )

  for (const format of SHEET_FORMATS)
    it(`gives back from ${format} what was written`, async () => {
      const rows = fc.array(fc.tuple(cell, cell), {
        minLength: 1,
        maxLength: 8,
      })
      await fc.assert(
        fc.asyncProperty(rows, async (pairs) => {
          const kept = pairs.map(([code, name]) => [code, `x${name}`])
          const bytes = await writeSheet(
            { name: 'S', titles: ['Mã', 'Tên'], rows: kept },
            format,
          )
          const back = readTable(readSheet(bytes), COLUMNS)
          expect(back.map((r) => [r.get('code'), r.get('name')])).to.deep.equal(
            kept,
          )
        }),
        { numRuns: format === 'csv' ? 150 : 40 },
      )
    })

  it('lets no text of CSV begin as a formula', async () => {
    const evil = ['=cmd|A1', '+1', '-1', '@SUM(1)', ' =1', '\t=1', "'=1"]
    const bytes = await writeSheet(
      { name: 'S', titles: ['a'], rows: evil.map((text) => [text]) },
      'csv',
    )
    const lines = new TextDecoder().decode(bytes).split('\r\n').slice(1, -1)
    for (const line of lines) expect(line).to.match(/^"?'/)
  })

  it('writes texts of XLSX as texts, never as formulas', async () => {
    const bytes = await writeSheet(
      { name: 'S', titles: ['a'], rows: [['=1+1']] },
      'xlsx',
    )
    expect(readSheet(bytes).rows[1]?.cells).to.deep.equal(['=1+1'])
  })
})
