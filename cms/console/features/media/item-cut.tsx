import { useState } from 'react'
import type { MediaDetails } from '../../../../shared/contract/api/media.js'
import { useCopy } from '../../ui/language.js'
import { sentenceOf } from '../../ui/states.js'
import type { Cut } from '../../ui/media/cut.rules.js'
import { CutEditor } from './cut-editor.js'
import { useChangeMedia } from './use-change-media.js'

/** The picture with its cut, kept when its editor says so. */
export function ItemCut({ media }: { media: MediaDetails }) {
  const copy = useCopy()
  const kept: Cut = { focus: media.focus, crops: media.crops }
  const [cut, setCut] = useState<Cut | null>(null)
  const change = useChangeMedia(media.id)
  const { renditions } = media
  if (!renditions) return null
  return (
    <section className="card pad stack tight">
      <CutEditor
        picture={{
          width: media.width,
          height: media.height,
          sha256: renditions['1080'],
          name: media.alt || media.name,
        }}
        value={cut ?? kept}
        disabled={!media.may.change}
        onChange={setCut}
      />
      {change.isError && (
        <p className="note note-bad" role="alert">
          {sentenceOf(change.error, copy)}
        </p>
      )}
      {media.may.change && (
        <div className="button-row">
          <button
            type="button"
            className="btn btn-primary"
            disabled={cut === null || change.isPending}
            onClick={() =>
              cut && change.mutate(cut, { onSuccess: () => setCut(null) })
            }
          >
            {copy.media.saveCut}
          </button>
          {cut !== null && (
            <button type="button" className="btn" onClick={() => setCut(null)}>
              {copy.shell.cancel}
            </button>
          )}
        </div>
      )}
    </section>
  )
}
