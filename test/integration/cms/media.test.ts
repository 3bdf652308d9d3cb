import { createHash } from 'node:crypto'
import { readdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import sharp from 'sharp'
import { problemIn, type CmsClient } from '../../support/cms-client.js'
import { hugePng, photo } from '../../support/pictures.js'
import { startCms, type RunningCms } from '../../support/start-cms.js'
import { uploadedMediaSchema } from '../../../shared/contract/api/media.js'

function upload(
  client: CmsClient,
  bytes: Buffer,
  name = 'anh.jpg',
  field = 'file',
): Promise<Response> {
  const form = new FormData()
  form.append(field, new Blob([new Uint8Array(bytes)]), name)
  return client.fetch('/api/v1/media', { method: 'POST', body: form })
}

describe('pictures', () => {
  let running: RunningCms
  let ha: CmsClient
  before(async () => {
    running = await startCms()
    ha = await running.as('ha')
  })
  after(() => running.stop())

  const refused: [string, () => Buffer, number, string][] = [
    [
      'a program called anh.jpg',
      () => Buffer.from('MZ\u0090\0'),
      415,
      'media.not_an_image',
    ],
    [
      '100 megapixels',
      () => hugePng(10_000, 10_000),
      422,
      'media.too_many_pixels',
    ],
    [
      'svg with script',
      () => Buffer.from('<svg><script>alert(1)</script></svg>'),
      415,
      'media.svg_refused',
    ],
    [
      '26 MB',
      () => Buffer.alloc(26 * 1024 * 1024, 1),
      413,
      'media.too_many_bytes',
    ],
    ['an empty file', () => Buffer.alloc(0), 415, 'media.not_an_image'],
  ]
  for (const [what, make, status, code] of refused)
    it(`refuses ${what} with words, and keeps nothing of it`, async () => {
      const before = await filesIn(running)
      const answer = await upload(ha, make())
      expect(answer.status).to.equal(status)
      const problem = await problemIn(answer)
      expect(problem.code).to.equal(code)
      expect(problem.detail).to.match(/[.!]$/)
      expect(await filesIn(running)).to.equal(before)
      expect((await ha.call('listMedia')).media).to.deep.equal([])
    })

  it('refuses a form without a file, with two, and what is no form', async () => {
    const none = await upload(ha, await photo(10, 10), 'a.jpg', 'other')
    expect((await problemIn(none)).code).to.equal('request.invalid')
    const form = new FormData()
    form.append('file', new Blob(['a']), 'a')
    form.append('file', new Blob(['b']), 'b')
    const two = await ha.fetch('/api/v1/media', { method: 'POST', body: form })
    expect((await problemIn(two)).code).to.equal('request.invalid')
    const cut = await ha.fetch('/api/v1/media', {
      method: 'POST',
      headers: { 'Content-Type': 'multipart/form-data; boundary=x' },
      body: '--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\nabc',
    })
    expect((await problemIn(cut)).code).to.equal('request.invalid')
    const plain = await ha.fetch('/api/v1/media', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{}',
    })
    expect((await problemIn(plain)).code).to.equal('request.invalid')
  })

  it('refuses strangers before reading, and those who only look', async () => {
    const bytes = await photo(10, 10)
    const stranger = await upload(running.nobody(), bytes)
    expect((await problemIn(stranger)).code).to.equal('auth.required')
    const auditor = await upload(await running.as('soat'), bytes)
    expect((await problemIn(auditor)).code).to.equal('auth.forbidden')
  })

  it('keeps a picture, its forms and a name without folders', async () => {
    const bytes = await photo(2400, 400)
    const answer = await upload(ha, bytes, '../../etc/Cầu Bến Mộng.jpg')
    const view = uploadedMediaSchema.parse(await answer.json())
    expect(view).to.include({
      name: 'Cầu Bến Mộng.jpg',
      width: 2400,
      height: 400,
      bytes: bytes.length,
      uploadedBy: 'Rơ Châm Hà',
    })
    const { known, alike, ...kept } = view
    expect({ known, alike }).to.deep.equal({ known: false, alike: [] })
    expect((await ha.call('listMedia')).media).to.deep.equal([kept])
    const form = await ha.fetch(`/api/v1/files/${view.renditions?.['1080']}`)
    expect(form.headers.get('content-type')).to.equal('image/webp')
    const shown = Buffer.from(await form.arrayBuffer())
    expect(hashOf(shown)).to.equal(view.renditions?.['1080'])
    expect((await sharp(shown).metadata()).width).to.equal(1920)
  })

  it('keeps the original but never serves it', async () => {
    const bytes = await photo(50, 40)
    expect((await upload(ha, bytes)).status).to.equal(200)
    expect(await running.cms.core.store.has(hashOf(bytes))).to.equal(true)
    const answer = await ha.fetch(`/api/v1/files/${hashOf(bytes)}`)
    expect((await problemIn(answer)).code).to.equal('file.not_found')
  })
})

describe('files', () => {
  let running: RunningCms
  let ha: CmsClient
  let path: string
  const bytes = Buffer.from('0123456789'.repeat(1000))
  before(async () => {
    running = await startCms()
    ha = await running.as('ha')
    const { core } = running.cms
    await core.files.save(
      {
        sha256: await core.store.put(bytes),
        sizeBytes: bytes.length,
        mediaType: 'text/html; charset=utf-8',
      },
      '2026-03-01T00:00:00.000Z',
    )
    path = `/api/v1/files/${hashOf(bytes)}`
  })
  after(() => running.stop())

  it('refuses strangers, unknown hashes and paths', async () => {
    const stranger = await running.nobody().fetch(path)
    expect((await problemIn(stranger)).code).to.equal('auth.required')
    for (const name of ['a'.repeat(64), 'x', '..%2f..%2fbangtin.db']) {
      const answer = await ha.fetch(`/api/v1/files/${name}`)
      expect((await problemIn(answer)).code).to.equal('file.not_found')
      expect(answer.headers.get('cache-control')).to.equal('no-store')
    }
  })

  it('refuses a range beyond the end, and lets nothing keep the refusal', async () => {
    const answer = await ha.fetch(path, { headers: { Range: 'bytes=99999-' } })
    expect(answer.status).to.equal(416)
    expect((await problemIn(answer)).code).to.equal('request.invalid')
    expect(answer.headers.get('cache-control')).to.equal('no-store')
  })

  it('sends it whole, to be kept for ever, unable to run anything', async () => {
    const answer = await ha.fetch(path)
    expect(Buffer.from(await answer.arrayBuffer())).to.deep.equal(bytes)
    expect(answer.headers.get('etag')).to.equal(`"${hashOf(bytes)}"`)
    expect(answer.headers.get('cache-control')).to.contain('immutable')
    expect(answer.headers.get('accept-ranges')).to.equal('bytes')
    const policy = answer.headers.get('content-security-policy')
    expect(policy).to.match(/^sandbox; default-src 'none'/)
  })

  it('resumes where it broke off', async () => {
    const etag = `"${hashOf(bytes)}"`
    const answer = await ha.fetch(path, {
      headers: { Range: 'bytes=4321-', 'If-Range': etag },
    })
    expect(answer.status).to.equal(206)
    expect(answer.headers.get('content-range')).to.equal(
      'bytes 4321-9999/10000',
    )
    const rest = Buffer.from(await answer.arrayBuffer())
    expect(rest).to.deep.equal(bytes.subarray(4321))
    const other = await ha.fetch(path, {
      headers: { Range: 'bytes=4321-', 'If-Range': '"other"' },
    })
    expect(other.status).to.equal(200)
    await other.arrayBuffer()
  })

  it('says 304 to one who has it', async () => {
    const answer = await ha.fetch(path, {
      headers: { 'If-None-Match': `"${hashOf(bytes)}"` },
    })
    expect(answer.status).to.equal(304)
  })

  it('never sends what has rotted on disk', async () => {
    const rotten = Buffer.from('will rot')
    const { core } = running.cms
    const sha256 = await core.store.put(rotten)
    const file = { sha256, sizeBytes: 8, mediaType: 'text/css' }
    await core.files.save(file, '2026-03-01T00:00:00.000Z')
    const { path: place } = await core.store.locate(sha256)
    await writeFile(place, 'rotted!!')
    const answer = await ha.fetch(`/api/v1/files/${sha256}`)
    expect((await problemIn(answer)).code).to.equal('file.damaged')
  })
})

function hashOf(bytes: Buffer): string {
  return createHash('sha256').update(bytes).digest('hex')
}

async function filesIn({ folder }: RunningCms): Promise<number> {
  const all = await readdir(join(folder, 'files'), { recursive: true })
  return all.length
}
