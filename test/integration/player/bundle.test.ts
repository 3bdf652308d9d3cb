/* A screen without a network: its programme comes on a stick. */
import { mkdir, readFile, rename, truncate, writeFile } from 'node:fs/promises'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect } from 'chai'
import {
  BUNDLE_MAGIC,
  type BundleNote,
  type BundleHeader,
} from '../../../shared/contract/bundle.js'
import type { Manifest } from '../../../shared/contract/manifest.js'
import { filesNeeded } from '../../../shared/programme/manifest-files.js'
import { openHomecoming } from '../../../shared/seal/open.js'
import { seal } from '../../../shared/seal/seal.js'
import { CmsDouble, SCREEN } from './cms-double.js'
import {
  newFolder,
  pairByHand,
  playing,
  removeFolder,
  startTestPlayer,
  type TestPlayer,
} from './player-on-node.js'
import { stranger } from './wire.js'

const NOBODY = 'http://127.0.0.1:9'

describe('a programme on a stick', () => {
  let cms: CmsDouble
  let folder: string
  let media: string
  let player: TestPlayer
  let made = 0

  before(async () => {
    cms = await CmsDouble.start()
    folder = await newFolder()
    media = join(folder, 'media')
    await mkdir(join(media, 'USB'), { recursive: true })
    await pairByHand(join(folder, 'player'), cms)
    await cms.release(cms.makeManifest(1))
    player = await startTestPlayer(join(folder, 'player'), cms.url)
    await player.until(playing(1))
    await player.post('/stage/shown', {
      kind: 'item',
      id: 'item-0',
      at: new Date().toISOString(),
      event: 'ended',
      seconds: 10,
    })
    await player.stop()
    player = await startTestPlayer(join(folder, 'player'), NOBODY, {
      mountFolders: [media],
    })
  })
  after(async () => {
    await player.stop()
    await cms.stop()
    await removeFolder(folder)
  })

  const bundle = async (manifest: Manifest, signer = cms.signer) => {
    const files = filesNeeded(manifest)
    const header: BundleHeader = {
      kind: 'bundle',
      format: 1,
      madeAt: new Date().toISOString(),
      screens: [
        {
          screenId: manifest.screen.id,
          screenName: 'x',
          manifest: await seal('manifest', manifest, signer),
          keyring: cms.keyring,
        },
      ],
      files: files.map(({ sha256, sizeBytes }) => ({ sha256, sizeBytes })),
    }
    const json = Buffer.from(JSON.stringify(header))
    const length = json.length.toString(16).padStart(8, '0')
    return Buffer.concat([
      Buffer.from(`${BUNDLE_MAGIC}${length}\n`),
      json,
      ...files.map(({ sha256 }) => cms.files.get(sha256) ?? Buffer.alloc(0)),
    ])
  }
  /** Plugs it in as a copy does: under its name only when whole. */
  const plugIn = async (bytes: Buffer) => {
    made += 1
    const path = join(media, 'USB', `so-${made}.bangtin`)
    await writeFile(`${path}.part`, bytes)
    await rename(`${path}.part`, path)
    return path
  }
  const says = (note: BundleNote) => player.until((s) => s.note === note)

  it('is refused when somebody else sealed it', async () => {
    await plugIn(await bundle(cms.makeManifest(1), await stranger()))
    await says('bad_seal')
  })

  it('is refused when it is for another screen', async () => {
    const manifest = cms.makeManifest(1)
    manifest.screen.id = 'screen-2'
    await plugIn(await bundle(manifest))
    await says('wrong_screen')
  })

  it('is refused when it ends too early, and when a byte is wrong', async () => {
    const bytes = await bundle(cms.makeManifest(2))
    await plugIn(bytes.subarray(0, bytes.length - 5))
    await says('truncated')
    const wrong = Buffer.from(bytes)
    wrong[bytes.length - 5] = 0
    await plugIn(wrong)
    await says('damaged')
    await plugIn(Buffer.from('không phải gói chương trình nào cả'))
    await says('unreadable')
    expect(playing(1)(player.state()), 'plays on').to.equal(true)
  })

  it('is taken, played, and told on the glass', async () => {
    const manifest = cms.makeManifest(3)
    const path = await plugIn(await bundle(manifest))
    await says('taken')
    expect(playing(manifest.number)(player.state())).to.equal(true)
    const slide = manifest.items[0]?.slides[0]?.sha256 ?? ''
    expect((await player.fetch(`/files/${slide}`)).status).to.equal(200)
    await truncate(path, 0)
  })

  it('is refused when it is older than what plays', async () => {
    await plugIn(await bundle({ ...cms.makeManifest(1), number: 2 }))
    await says('older')
  })

  it('carries home what the screen has to tell, signed', async () => {
    const name = `${SCREEN}.bangtin-ve`
    expect(readdirSync(join(media, 'USB'))).to.include(name)
    const sealed = await readFile(join(media, 'USB', name), 'utf8')
    if (!cms.screenKey) throw new Error('no key')
    const opened = await openHomecoming(sealed, {
      key: cms.screenKey,
      screenId: SCREEN,
    })
    expect(opened.ok && opened.value.asRun.length).to.be.above(0)
    const other = await openHomecoming(sealed, {
      key: cms.keys.publicKey,
      screenId: SCREEN,
    })
    expect(other.ok).to.equal(false)
  })
}).timeout(60_000)
