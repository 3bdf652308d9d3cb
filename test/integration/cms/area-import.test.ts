import { expect } from 'chai'
import { writeSheet } from '../../../cms/server/sheets/write-sheet.js'
import type { CmsClient } from '../../support/cms-client.js'
import { databaseUrlFor, DIALECTS } from '../../support/each-dialect.js'
import { makeXlsx, makeZip } from '../../support/make-zip.js'
import { startCms, type RunningCms } from '../../support/start-cms.js'

const base64 = (text: string | Uint8Array) =>
  Buffer.from(text as string).toString('base64')
const inline = (text: string) => `<c t="inlineStr"><is><t>${text}</t></is></c>`

for (const dialect of DIALECTS)
  describe(`importing areas, on ${dialect}`, function () {
    this.timeout(60_000)
    let running: RunningCms
    let admin: CmsClient
    before(async () => {
      running = await startCms({ databaseUrl: await databaseUrlFor(dialect) })
      admin = await running.as('quantri')
    })
    after(() => running.stop())

    const preview = (file: string | Uint8Array, client = admin) =>
      client.call('previewAreaImport', { body: { base64: base64(file) } })
    const importNow = async (file: string | Uint8Array) => {
      const { token } = await preview(file)
      const body = { base64: base64(file), token }
      return admin.call('importAreas', { body })
    }
    const all = async () =>
      (await admin.call('listAreas', { query: { closed: 'true' } })).areas
    const names = async () => (await all()).map(({ name }) => name)
    const find = async (wanted: string) => {
      const found = (await all()).find(({ name }) => name === wanted)
      if (!found) throw new Error(`no area ${wanted}`)
      return admin.call('getArea', { params: { id: found.id } })
    }
    const wrong = async (file: string | Uint8Array) =>
      (await preview(file)).errors.map(({ cell, code }) => `${cell} ${code}`)

    it('refuses who may not, and what is no table', async () => {
      const clerk = await running.as('ha')
      const refused = (
        code: Parameters<CmsClient['refused']>[1],
        file: string | Uint8Array,
        client = admin,
      ) =>
        client.refused('previewAreaImport', code, {
          body: { base64: base64(file) },
        })
      await refused('auth.forbidden', 'Tên\nA\n', clerk)
      await refused('sheet.no_columns', 'Mã\n1\n')
      await refused('sheet.too_large', `Tên\n${'a\n'.repeat(30_000)}`)
      await refused('sheet.too_large', Buffer.alloc(5_200_000, 'a'))
      await refused(
        'sheet.too_large',
        makeZip({ 'xl/workbook.xml': Buffer.alloc(60_000_000) }),
      )
      await refused('sheet.empty', 'Tên\n')
      // "Tên" in windows-1258, as an old Excel saves a CSV.
      await refused(
        'sheet.wrong_encoding',
        Uint8Array.from([0x54, 0xea, 0x6e, 0x0a, 0x58, 0xe3, 0x0a]),
      )
      await admin.refused('previewAreaImport', 'area.bad_date', {
        body: { base64: base64('Tên\nA\n'), on: '2999-01-01' },
      })
    })

    it('tells what is wrong by row and cell, and then imports nothing', async () => {
      const file =
        'Mã,Tên,Loại,Trực thuộc\n90001,Xã Mới,xã,Gia Lai\nabc,Xã Sai,xã,Gia Lai\n,Xã Lạc,xã,Đâu đó\n,Xã Lạ,thứ gì,Gia Lai\n'
      const seen = await preview(file)
      expect(seen.counts).to.include({ added: 1, errors: 3 })
      expect(
        seen.errors.map(({ cell, code }) => `${cell} ${code}`),
      ).to.deep.equal(['A3 bad_code', 'D4 no_parent', 'C5 bad_kind'])
      expect(seen.errors[1]).to.include({ row: 4, value: 'Đâu đó' })
      const before = await names()
      await admin.refused('importAreas', 'import.stale', {
        body: { base64: base64(file), token: seen.token },
      })
      expect(await names()).to.deep.equal(before)
    })

    it('says what is wrong in the language of the reader', async () => {
      const answer = await admin.fetch('/api/v1/areas/import/preview', {
        method: 'POST',
        headers: {
          'Content-Type': 'application/json',
          'Accept-Language': 'en',
        },
        body: JSON.stringify({
          base64: base64('Tên,Loại,Trực thuộc\nX,xã,Nowhere\n'),
        }),
      })
      const { errors } = (await answer.json()) as {
        errors: { message: string }[]
      }
      expect(errors[0]?.message).to.match(/^There is no such area above/)
    })

    it('does what the preview said, once', async () => {
      const file =
        'Code;Name;Kind;Parent;Aliases\n91001;Xã Nhập Một;xã;Gia Lai;Nhap 1\n;Thôn Nhập;thôn;91001;\n'
      const seen = await preview(file)
      expect(seen.counts).to.include({ added: 2, errors: 0 })
      const body = { base64: base64(file), token: seen.token }
      await admin.refused('importAreas', 'import.stale', {
        body: { ...body, base64: base64(`${file};X;xã;Gia Lai;\n`) },
      })
      await admin.call('importAreas', { body })
      expect(await names()).to.include.members(['Xã Nhập Một', 'Thôn Nhập'])
      await admin.refused('importAreas', 'import.stale', { body })
      const again = await preview(file)
      expect(again.counts).to.include({ added: 0, changed: 0, unchanged: 2 })
      const { lines } = await admin.call('listAudit', {
        query: { act: 'area.imported' },
      })
      expect(lines.map(({ details }) => details)).to.have.lengthOf(2)
    })

    it('lets two people import one preview only once', async () => {
      const file = 'Tên,Loại,Trực thuộc\nXã Hai Người,xã,Gia Lai\n'
      const { token } = await preview(file)
      const both = await Promise.allSettled(
        [1, 2].map(() =>
          admin.call('importAreas', { body: { base64: base64(file), token } }),
        ),
      )
      expect(
        both.filter(({ status }) => status === 'fulfilled'),
      ).to.have.length(1)
      expect(
        (await names()).filter((name) => name === 'Xã Hai Người'),
      ).to.have.length(1)
    })

    it('renames from a day on, and shows before and after by field', async () => {
      const file = 'Mã,Tên,Từ ngày\n91001,Xã Nhập Hai,01/07/2026\n'
      const early = await preview(file.replace('2026', '2020'))
      expect(early.errors[0]).to.include({ cell: 'C2', code: 'bad_date' })
      const seen = await preview(file)
      const today = await preview(file.replace('01/07/2026', ''))
      for (const { changes } of [seen, today].filter(
        ({ counts }) => counts.errors === 0,
      ))
        expect(changes[0]?.fields).to.deep.equal({
          name: { before: 'Xã Nhập Một', after: 'Xã Nhập Hai' },
        })
      expect(today.counts.errors).to.equal(0)
    })

    it('takes rows in any order, and moves with all below', async () => {
      await importNow(
        'Tên,Loại,Trực thuộc\nĐiểm Sâu,điểm,Thôn Sâu\nThôn Sâu,thôn,Xã Sâu\nXã Sâu,xã,Gia Lai\n',
      )
      await importNow(
        'Tên,Trực thuộc\nThôn Sâu,Xã Ia Sơn\n'.replace(
          'Tên,Trực thuộc\nThôn Sâu',
          `Mã nội bộ,Tên,Trực thuộc\n${(await find('Thôn Sâu')).id},Thôn Sâu`,
        ),
      )
      expect((await find('Thôn Sâu')).parentName).to.equal('Xã Ia Sơn')
      expect((await find('Điểm Sâu')).parentName).to.equal('Thôn Sâu')
    })

    it('sees a circle that two rows make together', async () => {
      await importNow(
        'Tên,Loại,Trực thuộc\nĐiểm A,điểm,Xã Sâu\nĐiểm B,điểm,Xã Sâu\n',
      )
      const [a, b] = [await find('Điểm A'), await find('Điểm B')]
      expect(
        await wrong(
          `Mã nội bộ,Tên,Trực thuộc\n${a.id},Điểm A,${b.id}\n${b.id},Điểm B,${a.id}\n`,
        ),
      ).to.deep.equal(['C3 no_parent'])
      expect(
        await wrong(`Mã nội bộ,Tên,Trực thuộc\n${a.id},Điểm A,${a.id}\n`),
      ).to.deep.equal(['C2 no_parent'])
    })

    it('refuses one code for two at a time, repeated rows and foreign ids', async () => {
      expect(
        await wrong(
          'Mã,Tên,Loại,Trực thuộc\n93001,Xã T1,xã,Gia Lai\n,Xã T1,xã,Gia Lai\n,Xã Ia Sơn,xã,Gia Lai\n',
        ),
      ).to.deep.equal(['B3 twice'])
      const other = await find('Phường Pleiku')
      expect(
        await wrong(
          `Mã nội bộ,Mã,Tên\n${other.id},91001,Phường Pleiku\nkhông-có,,Xã Z\n`,
        ),
      ).to.deep.equal(['B2 code_taken', 'A3 unknown_id'])
    })

    it('gives the code of what ends to another in the same file', async () => {
      await importNow('Mã,Tên,Loại,Trực thuộc\n94001,Xã Cũ,xã,Gia Lai\n')
      const before = await find('Xã Cũ')
      const today = (await preview('Tên\nXã Cũ\n')).token.split('.')[2]
      const day = today?.split('-').reverse().join('/')
      await importNow(
        `Mã nội bộ,Mã,Tên,Loại,Trực thuộc,Kết thúc ngày\n,94001,Xã Kế Thừa,xã,Gia Lai,\n${before.id},,Xã Cũ,,,${day}\n`.replace(
          `,94001,Xã Kế Thừa,xã,Gia Lai,\n${before.id},,Xã Cũ,,,${day}\n`,
          `${before.id},,Xã Cũ,,,${day}\n,94001,Xã Kế Thừa,xã,Gia Lai,\n`,
        ),
      )
      expect((await find('Xã Cũ')).validUntil).to.equal(today)
      expect((await find('Xã Kế Thừa')).code).to.equal('94001')
      expect(
        await wrong(`Mã nội bộ,Tên\n${before.id},Xã Cũ Mới\n`),
      ).to.deep.equal(['B2 closed'])
    })

    it('reads cells merged downwards and headings over two rows', async () => {
      const heading = ['Tên', 'Loại', 'Trực thuộc'].map(inline).join('')
      const xlsx = makeXlsx('', {
        'xl/worksheets/sheet1.xml': `<worksheet><sheetData><row r="1">${inline('DANH SÁCH')}</row><row r="2">${heading}</row><row r="3"><c r="B3" t="inlineStr"><is><t></t></is></c></row><row r="4">${['Thôn G1', 'thôn', 'Xã Ia Sơn'].map(inline).join('')}</row><row r="5">${['Thôn G2', 'thôn'].map(inline).join('')}</row></sheetData><mergeCells><mergeCell ref="C4:C5"/><mergeCell ref="A1:C1"/><mergeCell ref="A1:XFD1048576"/><mergeCell ref="?"/></mergeCells></worksheet>`,
      })
      const seen = await preview(xlsx)
      expect(seen.errors).to.deep.equal([])
      expect(seen.changes.map(({ name }) => name)).to.deep.equal([
        'Thôn G1',
        'Thôn G2',
      ])
    })

    it('lets nobody change what is outside their areas', async () => {
      const { core } = running.cms
      const person = await core.people.findByUserName('ha')
      await core.grants.addGrant({
        personId: person?.id ?? '',
        role: 'administrator',
        areaId: 'area-iason',
        createdAt: new Date().toISOString(),
      })
      const clerk = await running.as('ha')
      const seen = await preview(
        'Tên,Loại,Trực thuộc\nThôn Của Tôi,thôn,Xã Ia Sơn\nThôn Người Ta,thôn,Phường Pleiku\n',
        clerk,
      )
      expect(seen.counts.added).to.equal(1)
      expect(seen.errors[0]).to.include({ row: 3, code: 'not_yours' })
      const itself = await preview(
        'Tên,Trực thuộc,Tên khác\nXã Ia Sơn,Gia Lai,Khác\n',
        clerk,
      )
      expect(itself.errors[0]).to.include({ code: 'not_yours' })
    })

    for (const format of ['xlsx', 'csv'] as const)
      it(`changes nothing with what was exported as ${format}`, async () => {
        await admin.call('createArea', {
          body: {
            parentId: 'area-gialai',
            kind: 'site',
            name: `=HYPERLINK("http://xau";"${format}")`,
            aliases: ['có; dấu', '"nháy"', '+1', "'=cmd", '@x'],
            tags: ['biên giới', 'a|b'],
          },
        })
        const file = await admin.call('exportAreas', {
          query: { format, closed: 'true' },
        })
        const text = Buffer.from(file.base64, 'base64').toString('utf8')
        if (format === 'csv') expect(text).not.to.match(/(^|[,\n"])[=+@]/m)
        const seen = await admin.call('previewAreaImport', {
          body: { base64: file.base64 },
        })
        expect(seen.errors).to.deep.equal([])
        expect(seen.changes).to.deep.equal([])
        expect(seen.counts.unchanged).to.be.greaterThan(4)
      })

    it('imports five thousand villages whole, and soon', async () => {
      const rows = Array.from({ length: 5000 }, (_, index) => [
        `Thôn Lớn ${index}`,
        'Thôn, làng',
        'Xã Ia Sơn',
        `Làng ${index}; Plei ${index}`,
      ])
      const file = await writeSheet(
        {
          name: 'Địa bàn',
          titles: ['Tên', 'Loại', 'Trực thuộc', 'Tên khác'],
          rows,
        },
        'csv',
      )
      const started = Date.now()
      const { counts } = await importNow(file)
      expect(counts).to.include({ added: 5000, errors: 0 })
      expect(Date.now() - started).to.be.lessThan(30_000)
      const again = await preview(file)
      expect(again.counts).to.include({ unchanged: 5000, added: 0 })
    })
  })
