import type { Manifest } from '../contract/manifest.js'
import type { Notice, Recall } from '../contract/notice.js'

/**
 * The manifest as if it had been sealed with this notice. Of several versions
 * of one notice the highest stays; an equal or lower one changes nothing.
 */
export function withNotice(manifest: Manifest, notice: Notice): Manifest {
  const known = manifest.notices.some(
    ({ id, version }) => id === notice.id && version >= notice.version,
  )
  if (known) return manifest
  const others = manifest.notices.filter(({ id }) => id !== notice.id)
  return { ...manifest, notices: [...others, notice] }
}

/** The manifest as if it had been sealed with this recall. */
export function withRecall(manifest: Manifest, recall: Recall): Manifest {
  if (manifest.recalls.some(({ id }) => id === recall.id)) return manifest
  return { ...manifest, recalls: [...manifest.recalls, recall] }
}
