import { createHash } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { fetchFile } from '../../../player/core/cache/fetch-file.js'
import type { ContentStore } from '../../../player/core/ports.js'
import { openFileStore } from '../../../player/node/file-store.js'
import { memoryStore } from './memory-store.js'

const bytes = Buffer.from('nội dung của một tệp')
const name = createHash('sha256').update(bytes).digest('hex')
const file = { sha256: name, sizeBytes: bytes.length, mediaType: 'text/plain' }
const { signal } = new AbortController()

function contract(make: () => Promise<ContentStore>): void {
  let store: ContentStore
  beforeEach(async () => {
    store = await make()
  })

  it('refuses bytes that are not what the name says', async () => {
    const put = await store.put(name, Buffer.from('khác'))
    expect(put).to.include({ ok: false, reason: 'hash_mismatch' })
    const part = await store.openPart(name)
    await part.write(Buffer.from('khác'))
    expect(await part.commit()).to.include({ reason: 'hash_mismatch' })
    await part.close()
    expect(await store.has(name)).to.equal(false)
  })

  it('has what was put, by name and size', async () => {
    expect(await store.put(name, bytes)).to.deep.equal({ ok: true })
    expect(await store.has(name, bytes.length)).to.equal(true)
    expect(await store.has(name, 1)).to.equal(false)
    expect(await store.list()).to.deep.equal([name])
    expect(Buffer.from((await store.read(name)) ?? [])).to.deep.equal(bytes)
  })

  it('remembers half a file and fetches only the rest', async () => {
    const asked: number[] = []
    const open = async (_: string, from: { byte: number }) => {
      asked.push(from.byte)
      const first = from.byte === 0
      return {
        ok: true as const,
        value: {
          fromByte: from.byte,
          chunks: (async function* () {
            yield bytes.subarray(from.byte, first ? 9 : undefined)
            if (first) throw new Error('cut')
          })(),
        },
      }
    }
    const cut = await fetchFile({ files: store, open }, file, signal)
    expect(cut).to.include({ ok: false, reason: 'offline' })
    const rest = await fetchFile({ files: store, open }, file, signal)
    expect(rest).to.include({ ok: true })
    expect(asked).to.deep.equal([0, 9])
    expect(await store.has(name, bytes.length)).to.equal(true)
  })

  it('begins anew after a half file that was wrong', async () => {
    const part = await store.openPart(name)
    await part.write(Buffer.alloc(bytes.length, 'x'))
    await part.close()
    const open = async () => ({
      ok: true as const,
      value: {
        fromByte: 0,
        chunks: (async function* () {
          yield bytes
        })(),
      },
    })
    const first = await fetchFile({ files: store, open }, file, signal)
    expect(first).to.include({ ok: false, reason: 'hash_mismatch' })
    const second = await fetchFile({ files: store, open }, file, signal)
    expect(second).to.include({ ok: true })
  })

  it('forgets what is removed and half files nobody wants', async () => {
    await store.put(name, bytes)
    await store.remove(name)
    expect(await store.list()).to.deep.equal([])
    const part = await store.openPart(name)
    await part.write(bytes.subarray(0, 3))
    await part.close()
    await store.dropParts(new Set())
    const again = await store.openPart(name)
    expect(again.sizeBytes()).to.equal(0)
    await again.close()
  })
}

describe('content store in memory', () => contract(async () => memoryStore()))

describe('content store on disk', () => {
  let folder: string
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'bang-tin-store-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))
  contract(() => openFileStore(folder))
})
