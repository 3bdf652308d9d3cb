import { expect } from 'chai'
import {
  filesNeeded,
  filesUndescribed,
} from '../../../../shared/programme/manifest-files.js'
import { HASH, makeItem, makeManifest, makeNotice } from './make-manifest.js'

const OTHER = 'b'.repeat(64)

describe('files of a manifest', () => {
  it('names each file once, the slides of inline notices with them', () => {
    const slides = [
      { language: 'vi' as const, sha256: OTHER, sizeBytes: 7, slotSeconds: 10 },
      { language: 'en' as const, sha256: HASH, sizeBytes: 7, slotSeconds: 10 },
    ]
    const manifest = makeManifest({ notices: [makeNotice({ slides })] })
    expect(filesNeeded(manifest)).to.deep.equal([
      { sha256: HASH, sizeBytes: 1000, mediaType: 'text/html' },
      { sha256: OTHER, sizeBytes: 7, mediaType: 'text/html' },
    ])
  })

  it('finds documents that nobody described', () => {
    const slides = [{ language: 'vi' as const, sha256: OTHER, slotSeconds: 10 }]
    const manifest = makeManifest({ items: [makeItem({ slides })] })
    expect(filesUndescribed(manifest)).to.deep.equal([OTHER])
    expect(filesUndescribed(makeManifest({ items: [makeItem()] }))).to.be.empty
  })
})
