import { expect } from 'chai'
import fc from 'fast-check'
import {
  isTable,
  pasteRows,
  readCells,
} from '../../../cms/console/fields/paste-rows.js'

const SCHEMA = {
  type: 'object',
  properties: {
    date: { type: 'string', format: 'date' },
    from: { type: 'string', 'x-widget': 'time' },
    place: { type: 'string' },
    figure: { type: 'number' },
    photo: { type: 'string', 'x-widget': 'image' },
  },
}
const AT_START = { row: 0, column: 'date' }

describe('pasting from a spreadsheet', () => {
  it('leaves one value to the field it is pasted into', () => {
    expect(isTable('Nhà rông làng Kép 1')).to.equal(false)
    expect(isTable('Nhà rông làng Kép 1\n')).to.equal(false)
    expect(isTable('Kép 1\tKép 2')).to.equal(true)
    expect(isTable('Kép 1\nKép 2')).to.equal(true)
  })

  it('leaves out rows beyond the room of the template, and counts them', () => {
    const result = pasteRows([], SCHEMA, '1/3/2026\n2/3/2026\n3/3/2026', {
      ...AT_START,
      maxItems: 2,
    })
    expect(result.rows).to.have.length(2)
    expect(result).to.include({ pasted: 2, dropped: 1 })
  })

  it('reads dates, times and figures as they are written here', () => {
    const text = '15/3/2026\t7h30\tTrụ sở\t7.592,5'
    expect(pasteRows([], SCHEMA, text, AT_START).rows).to.deep.equal([
      { date: '2026-03-15', from: '07:30', place: 'Trụ sở', figure: 7592.5 },
    ])
  })

  it('keeps what it cannot read as typed, to be mended in place', () => {
    const text = 'mai\tsáng\tTrụ sở\tnhiều'
    expect(pasteRows([], SCHEMA, text, AT_START).rows[0]).to.include({
      date: 'mai',
      from: 'sáng',
      figure: 'nhiều',
    })
  })

  it('starts at the cell it is pasted into and leaves the others', () => {
    const rows = [{ date: '2026-01-01' }, { date: '2026-01-02', place: 'cũ' }]
    const result = pasteRows(rows, SCHEMA, 'mới\t5\nthêm\t6', {
      row: 1,
      column: 'place',
    })
    expect(result.rows).to.deep.equal([
      { date: '2026-01-01' },
      { date: '2026-01-02', place: 'mới', figure: 5 },
      { place: 'thêm', figure: 6 },
    ])
  })

  it('reads quoted cells with line breaks and quotes', () => {
    expect(readCells('"a\nb"\t"nói ""có"""\r\nc\td\r\n')).to.deep.equal([
      ['a\nb', 'nói "có"'],
      ['c', 'd'],
    ])
  })

  it('gives back every plain table as it was', () => {
    const cell = fc.stringMatching(/^[^\t\r\n"\s]{1,8}$/)
    const table = fc.array(fc.array(cell, { minLength: 1, maxLength: 4 }), {
      minLength: 1,
      maxLength: 6,
    })
    fc.assert(
      fc.property(table, (rows) => {
        const text = rows.map((row) => row.join('\t')).join('\r\n')
        expect(readCells(text)).to.deep.equal(rows)
      }),
    )
  })
})
