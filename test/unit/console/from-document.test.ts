import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import { noticeFieldsOf } from '../../../shared/text/notice-fields.js'
import {
  guessMapping,
  listsOf,
  mapRows,
  rowsOf,
  targetsOf,
} from '../../../cms/console/features/media/table-fields.rules.js'

const schemaOf = (id: string) =>
  (
    JSON.parse(
      readFileSync(
        new URL(
          `../../../templates/slides/${id}/template.json`,
          import.meta.url,
        ),
        'utf8',
      ),
    ) as { fields: Record<string, unknown> }
  ).fields

const table = (rows: string[][], numbers: 'plain' | 'local' = 'local') => ({
  name: '1',
  rows: rows.map((cells, at) => ({ number: at + 1, cells })),
  more: false,
  numbers,
})

describe('a table into the rows of a template', () => {
  const list = listsOf(schemaOf('prices'))[0]!.node

  it('names the row and the field of a cell that cannot be read', () => {
    const file = table([
      ['Bảng giá ngày 10/3'],
      ['MẶT HÀNG', 'gia', 'Đơn vị'],
      ['Cà phê nhân', '97.500', 'đ/kg'],
      ['Hồ tiêu', 'chưa có', 'đ/kg'],
      ['', '1.200', ''],
    ])
    const { heading, mapping } = guessMapping(file, targetsOf(list))
    expect(heading).to.equal(1)
    const rows = mapRows(file, list, { heading, mapping })
    const faults = rows.flatMap(({ number, cells }) =>
      Object.entries(cells).flatMap(([key, { fault }]) =>
        fault ? [[number, key, fault]] : [],
      ),
    )
    expect(faults).to.deep.include.members([
      [4, 'price', 'unread'],
      [5, 'name', 'missing'],
    ])
    expect(rowsOf(rows)[0]).to.include({ name: 'Cà phê nhân', price: 97_500 })
  })

  it('reads numbers as the kind of file writes them', () => {
    const heading = ['Mặt hàng', 'Giá', 'Đơn vị']
    const read = (numbers: 'plain' | 'local') => {
      const file = table([heading, ['Gạo', '14.8', 'nghìn']], numbers)
      const guess = guessMapping(file, targetsOf(list))
      return mapRows(file, list, guess)[0]?.cells['price']
    }
    expect(read('plain')).to.deep.equal({ value: 14.8, fault: null })
    expect(read('local')?.fault).to.equal('unread')
  })

  it('offers the lists of the templates that figures come in', () => {
    for (const id of ['indicators', 'prices', 'bar-chart', 'polling'])
      expect(listsOf(schemaOf(id)), id).to.not.have.length(0)
  })
})

describe('what an official document says of itself', () => {
  it('finds number, date, issuer, subject, signer, and the body between', () => {
    const found = noticeFieldsOf(
      [
        '**ỦY BAN NHÂN DÂN**',
        'CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM',
        'Số: 27/TB-UBND',
        'Ia Sơn, ngày 9 tháng 3 năm 2026',
        '**THÔNG BÁO**',
        'Về việc tiêm phòng dại cho chó, mèo',
        'Kính gửi bà con.',
        'Mang theo sổ hộ khẩu.',
        'Nơi nhận:',
        'KT. CHỦ TỊCH',
        'Rơ Châm Hà',
      ].join('\n'),
    )
    expect(found).to.deep.equal({
      number: '27/TB-UBND',
      issuedOn: '2026-03-09',
      issuer: 'Ủy ban nhân dân',
      subject: 'tiêm phòng dại cho chó, mèo',
      signer: 'Rơ Châm Hà',
      body: 'Kính gửi bà con.\nMang theo sổ hộ khẩu.',
    })
  })

  it('proposes nothing from a text that is no document', () => {
    expect(noticeFieldsOf('Xin chào')).to.deep.equal({ body: 'Xin chào' })
  })
})
