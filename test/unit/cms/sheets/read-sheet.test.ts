import { expect } from 'chai'
import { readSheet } from '../../../../cms/server/sheets/read-sheet.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { makeXlsx, makeZip } from '../../../support/make-zip.js'

const utf8 = (text: string) => new TextEncoder().encode(text)
const cells = (bytes: Uint8Array) => readSheet(bytes).rows.map((r) => r.cells)

describe('reading a spreadsheet', () => {
  describe('refuses', () => {
    const refused: Record<string, [() => Uint8Array, string]> = {
      'an old Vietnamese code page': [
        () => Uint8Array.from([0x54, 0xea, 0x6e, 0x2c, 0xcc, 0x0a]),
        'sheet.wrong_encoding',
      ],
      'a workbook of Excel 97': [
        () => Uint8Array.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]),
        'sheet.unreadable',
      ],
      'a picture': [
        () => Buffer.from('\x89PNG\r\n\x1a\n\0\0', 'latin1'),
        'sheet.wrong_encoding',
      ],
      'a ZIP that is no workbook': [
        () => makeZip({ 'a.txt': 'x' }),
        'sheet.unreadable',
      ],
      'half a workbook': [
        () => makeXlsx('<row r="1"/>').subarray(0, 300),
        'sheet.unreadable',
      ],
      'a quote that never ends': [
        () => utf8('a,b\n"x,1\n'),
        'sheet.unreadable',
      ],
      'more rows than allowed in CSV': [
        () => utf8('a\n'.repeat(20_002)),
        'sheet.too_large',
      ],
      'a million rows in XLSX': [
        () => makeXlsx('<row><c><v>1</v></c></row>'.repeat(1_000_000)),
        'sheet.too_large',
      ],
      'a cell of a million letters': [
        () => utf8(`a\n${'x'.repeat(1_000_000)}`),
        'sheet.too_large',
      ],
      'a huge inline text': [
        () =>
          makeXlsx(
            `<row><c t="inlineStr"><is><t>${'x'.repeat(9e5)}</t></is></c></row>`,
          ),
        'sheet.too_large',
      ],
      'a value in column XFD': [
        () => makeXlsx('<row r="1"><c r="XFD1"><v>1</v></c></row>'),
        'sheet.too_large',
      ],
      'entities that multiply': [
        () =>
          makeXlsx('', {
            'xl/worksheets/sheet1.xml':
              '<!DOCTYPE w [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]><w>&b;</w>',
          }),
        'sheet.unreadable',
      ],
      'six megabytes': [() => new Uint8Array(6_000_000), 'sheet.too_large'],
    }
    for (const [what, [bytes, code]] of Object.entries(refused))
      it(what, () => {
        expect(() => readSheet(bytes()))
          .to.throw(AppError)
          .with.property('code', code)
      })

    it('a bomb of 150 MB, whatever size it claims, and soon', () => {
      const zeros = Buffer.alloc(150_000_000)
      for (const size of [undefined, 100]) {
        const bomb = makeZip(
          { 'xl/workbook.xml': zeros },
          size === undefined ? {} : { size },
        )
        expect(bomb.length).to.be.below(1_000_000)
        const before = process.memoryUsage().rss
        const since = performance.now()
        expect(() => readSheet(bomb))
          .to.throw(AppError)
          .with.property('code', 'sheet.too_large')
        expect(performance.now() - since).to.be.below(3000)
        expect(process.memoryUsage().rss - before).to.be.below(200e6)
      }
    }).timeout(30_000)
  })

  it('makes no rectangle of a cell far below', () => {
    const sheet = readSheet(
      makeXlsx(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="C1048576"><v>2</v></c></row>',
      ),
    )
    expect(sheet.rows).to.deep.equal([
      { number: 1, cells: ['1'] },
      { number: 1048576, cells: ['', '', '2'] },
    ])
  })

  it('takes ; , and tab, a BOM, UTF-16 and quoted line ends', () => {
    const expected = [
      ['Mã', 'Tên'],
      ['00123', 'Xã "A";\nB'],
    ]
    expect(
      cells(utf8('\uFEFFMã;Tên\r\n00123;"Xã ""A"";\nB"\r\n')),
    ).to.deep.equal(expected)
    expect(cells(utf8('Mã,Tên\n00123,"Xã ""A"";\nB"\n'))).to.deep.equal(
      expected,
    )
    const utf16 = Buffer.from(
      '\uFEFFMã\tTên\n00123\t"Xã ""A"";\nB"\n',
      'utf16le',
    )
    expect(cells(utf16)).to.deep.equal(expected)
  })

  it('takes a comma inside a text of a file with semicolons', () => {
    expect(cells(utf8('a;b\n1,5;2,5\n'))).to.deep.equal([
      ['a', 'b'],
      ['1,5', '2,5'],
    ])
  })

  it('keeps dates, padded codes and saved values of formulas', () => {
    const bytes = makeXlsx(
      '<row r="3"><c r="A3" s="1"><v>45839</v></c><c r="B3" s="2"><v>123</v></c>' +
        '<c r="C3"><f>WEBSERVICE("http://x")</f><v>0.30000000000000004</v></c>' +
        '<c r="D3" t="b"><v>1</v></c><c r="E3" t="s"><v>0</v></c><c r="F3" s="1"><v>45839.3333333</v></c></row>',
      {
        'xl/styles.xml':
          '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="00000"/><numFmt numFmtId="171" formatCode="dd/mm/yyyy"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="171"/><xf numFmtId="170"/></cellXfs></styleSheet>',
        'xl/sharedStrings.xml':
          '<sst><si><r><t>Ia </t></r><r><t>Krái</t></r><rPh><t>no</t></rPh></si></sst>',
      },
    )
    expect(readSheet(bytes).rows).to.deep.equal([
      {
        number: 3,
        cells: [
          '2025-07-01',
          '00123',
          '0.3',
          'TRUE',
          'Ia Krái',
          '2025-07-01T08:00',
        ],
      },
    ])
  })
})
