import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import sharp from 'sharp'
import {
  uploadedMediaSchema,
  type UploadedMedia,
} from '../../../shared/contract/api/media.js'
import { problemIn, type CmsClient } from '../../support/cms-client.js'
import { databaseUrlFor, DIALECTS } from '../../support/each-dialect.js'
import { film, pdf } from '../../support/films.js'
import { photo } from '../../support/pictures.js'
import { startCms, type RunningCms } from '../../support/start-cms.js'
import { waitFor } from '../../support/wait-for.js'

type Sent = { bytes: Buffer; name: string; fields?: Record<string, string> }

function send(client: CmsClient, { bytes, name, fields = {} }: Sent) {
  const form = new FormData()
  for (const [key, value] of Object.entries(fields)) form.append(key, value)
  form.append('file', new Blob([new Uint8Array(bytes)]), name)
  return client.fetch('/api/v1/media', { method: 'POST', body: form })
}

async function keep(client: CmsClient, sent: Sent): Promise<UploadedMedia> {
  const answer = await send(client, sent)
  const body: unknown = await answer.json()
  expect(answer.status, JSON.stringify(body)).to.equal(200)
  return uploadedMediaSchema.parse(body)
}

/** A place and a camera in EXIF, as a telephone writes them. */
function tellingPhoto(): Promise<Buffer> {
  return sharp({
    create: { width: 300, height: 200, channels: 3, background: '#7a5' },
  })
    .composite([
      {
        input: Buffer.from(
          '<svg width="60" height="60"><rect width="60" height="60" fill="#e02"/></svg>',
        ),
        left: 230,
        top: 20,
      },
    ])
    .withExif({
      IFD0: { Make: 'TELLTALE' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '13/1 59/1 0/1' },
    })
    .jpeg()
    .toBuffer()
}

for (const dialect of DIALECTS)
  describe(`the library on ${dialect}`, function () {
    this.timeout(60_000)
    let running: RunningCms
    let ha: CmsClient
    before(async () => {
      running = await startCms({ databaseUrl: await databaseUrlFor(dialect) })
      ha = await running.as('ha')
    })
    after(() => running.stop())

    const refused: [string, string, () => Buffer | Promise<Buffer>, string][] =
      [
        ['HEVC in MP4', 'a.mp4', () => film('hevc'), 'media.video_codec'],
        [
          'a film that is cut',
          'a.mp4',
          async () => (await film('avc')).subarray(0, 60),
          'media.video_unreadable',
        ],
        [
          'HEIC',
          'a.heic',
          () => Buffer.from('\0\0\0\x18ftypheic\0\0\0\0heicmif1', 'latin1'),
          'media.heic_refused',
        ],
        [
          'a Word file of 1997',
          'a.doc',
          () => Buffer.from('d0cf11e0a1b11ae1', 'hex'),
          'media.old_office',
        ],
        [
          'a PDF behind a script',
          'a.pdf',
          () => Buffer.concat([Buffer.from('<script>'), pdf(1)]),
          'media.not_an_image',
        ],
        [
          'a broken PDF',
          'a.pdf',
          () => Buffer.from('%PDF-1.7\nnothing'),
          'media.document_broken',
        ],
        [
          'a PDF of 400 pages',
          'a.pdf',
          () => pdf(400),
          'media.document_too_long',
        ],
        ['a ZIP of nothing', 'a.docx', emptyZip, 'media.not_an_image'],
      ]
    for (const [what, name, make, code] of refused)
      it(`refuses ${what} and keeps nothing`, async () => {
        const before = await unfinished(running)
        const answer = await send(ha, { bytes: await make(), name })
        expect((await problemIn(answer)).code).to.equal(code)
        expect(await unfinished(running)).to.deep.equal(before)
      })

    it('says where the eye goes and lets no place or camera out', async () => {
      const made = await keep(ha, {
        bytes: await tellingPhoto(),
        name: 'nhà.jpg',
        fields: { alt: 'Nhà văn hóa' },
      })
      expect(made.alt).to.equal('Nhà văn hóa')
      expect(made.focus.x).to.be.greaterThan(0.6)
      for (const hash of Object.values(made.renditions ?? {})) {
        const answer = await ha.fetch(`/api/v1/files/${hash}`)
        const shown = Buffer.from(await answer.arrayBuffer())
        const { exif, xmp, iptc } = await sharp(shown).metadata()
        expect([exif, xmp, iptc]).to.deep.equal([
          undefined,
          undefined,
          undefined,
        ])
        expect(shown.includes('TELLTALE')).to.equal(false)
      }
    })

    it('keeps the same file once, also when it comes twice at once', async () => {
      const bytes = await sharp({
        create: { width: 90, height: 60, channels: 3, background: '#135' },
      })
        .png()
        .toBuffer()
      const [one, two] = await Promise.all([
        keep(ha, { bytes, name: 'a.png' }),
        keep(ha, { bytes, name: 'b.png' }),
      ])
      expect(one.id).to.equal(two.id)
      expect([one.known, two.known].sort()).to.deep.equal([false, true])
    })

    it('keeps a film without its place, and serves parts of it', async () => {
      const bytes = await film('avc')
      expect(bytes.includes('13.9833')).to.equal(true)
      const { video } = await keep(ha, { bytes, name: 'phim.mp4' })
      expect(video).to.include({ durationSeconds: 2, codec: 'avc' })
      const answer = await ha.fetch(`/api/v1/files/${video?.sha256}`, {
        headers: { Range: 'bytes=0-99' },
      })
      expect(answer.status).to.equal(206)
      expect(answer.headers.get('content-type')).to.equal('video/mp4')
      const whole = await ha.fetch(`/api/v1/files/${video?.sha256}`)
      const kept = Buffer.from(await whole.arrayBuffer())
      expect(kept.includes('13.9833')).to.equal(false)
      expect(kept.length).to.equal(bytes.length)
    })

    it('makes the pages of a PDF, to be found by what stands in them', async () => {
      const { id } = await keep(ha, { bytes: pdf(2), name: 'vb.pdf' })
      const details = () => ha.call('getMedia', { params: { id } })
      await waitFor(async () => (await details()).state !== 'preparing', 30_000)
      const ready = await details()
      expect(ready.state).to.equal('ready')
      expect(ready.pages.map((page) => page.text.trim())).to.deep.equal([
        'Trang 1',
        'Trang 2',
      ])
      const found = await ha.call('listMedia', { query: { q: 'trang 2' } })
      expect(found.media.map((one) => one.id)).to.deep.equal([id])
    })

    it('shows a commune its own and what the province shares', async () => {
      const binh = await running.as('binh')
      const tinh = await running.as('tinh')
      const bytes = Buffer.from('a;b\n1;2\n')
      const own = await keep(ha, { bytes, name: 'xa.csv' })
      const shared = await keep(tinh, { bytes, name: 'tinh.csv' })
      const seen = (await binh.call('listMedia')).media.map((one) => one.id)
      expect(seen).to.include(shared.id).and.not.include(own.id)
      for (const method of ['GET', 'DELETE'] as const) {
        const answer = await binh.fetch(`/api/v1/media/${own.id}`, { method })
        expect((await problemIn(answer)).code).to.equal('media.not_found')
      }
      const foreign = await ha.fetch(`/api/v1/media/${shared.id}`, {
        method: 'DELETE',
      })
      expect((await problemIn(foreign)).code).to.equal('media.not_found')
    })

    it('replaces a file in drafts only, with its words kept', async () => {
      const first = await keep(ha, {
        bytes: await photo(640, 360),
        name: 'a.jpg',
      })
      await ha.call('changeMedia', {
        params: { id: first.id },
        body: { alt: 'Nhà rông', rightsUntil: '2000-01-01' },
      })
      const over = await ha.call('listMedia', { query: { rights: 'over' } })
      expect(over.media.map(({ id }) => id)).to.deep.equal([first.id])
      const replace = (bytes: Buffer, name: string) => {
        const form = new FormData()
        form.append('file', new Blob([new Uint8Array(bytes)]), name)
        const path = `/api/v1/media/${first.id}/file`
        return ha.fetch(path, { method: 'PUT', body: form })
      }
      const wrong = await replace(pdf(1), 'b.pdf')
      expect((await problemIn(wrong)).code).to.equal('media.other_kind')
      const answer = await replace(await photo(800, 600), 'b.jpg')
      expect(answer.status).to.equal(200)
      const after = await ha.call('getMedia', { params: { id: first.id } })
      expect(after).to.include({ name: 'b.jpg', width: 800, alt: 'Nhà rông' })
    })

    it('leaves out what was put away, and brings it back', async () => {
      const kept = await keep(ha, {
        bytes: await photo(321, 200),
        name: 'c.jpg',
      })
      const change = (retired: boolean) =>
        ha.call('changeMedia', { params: { id: kept.id }, body: { retired } })
      const ids = async (query: { retired?: 'yes' }) =>
        (await ha.call('listMedia', { query })).media.map(({ id }) => id)
      await change(true)
      expect(await ids({})).to.not.include(kept.id)
      expect(await ids({ retired: 'yes' })).to.deep.equal([kept.id])
      await change(false)
      expect(await ids({})).to.include(kept.id)
    })

    it('reads a table and a PDF for a draft, and refuses a picture', async () => {
      const csv = await keep(ha, {
        bytes: Buffer.from('\uFEFFMặt hàng;Giá\nCà phê;97.500\n'),
        name: 'gia.csv',
      })
      const read = (id: string) =>
        ha.call('getMediaContent', { params: { id } })
      const { tables } = await read(csv.id)
      expect(tables[0]?.numbers).to.equal('local')
      expect(tables[0]?.rows[1]?.cells).to.deep.equal(['Cà phê', '97.500'])
      const seen = await keep(ha, {
        bytes: await photo(333, 222),
        name: 'd.jpg',
      })
      await ha.refused('getMediaContent', 'media.document_wrong_kind', {
        params: { id: seen.id },
      })
      const binh = await running.as('binh')
      await binh.refused('getMediaContent', 'media.not_found', {
        params: { id: csv.id },
      })
    })

    it('deletes what nothing uses, and says so in the audit', async () => {
      const bytes = Buffer.from('c;d\n3;4\n')
      const { id } = await keep(ha, { bytes, name: 'bỏ.csv' })
      await ha.call('deleteMedia', { params: { id } })
      const answer = await ha.fetch(`/api/v1/media/${id}`)
      expect((await problemIn(answer)).code).to.equal('media.not_found')
      const again = await keep(ha, { bytes, name: 'bỏ.csv' })
      expect(again.known).to.equal(false)
    })
  })

function emptyZip(): Buffer {
  return Buffer.concat([
    Buffer.from('504b0304', 'hex'),
    Buffer.alloc(26),
    Buffer.from('504b0506', 'hex'),
    Buffer.alloc(18),
  ])
}

function unfinished({ folder }: RunningCms): Promise<string[]> {
  return readdir(join(folder, 'files', 'incoming'))
}
