// The scan of the document a bulletin stands on: from the library or new.
import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { mediaItemQuery } from '../api/media-queries.js'
import { Icon } from '../ui/icon.js'
import { useCopy } from '../ui/language.js'
import { MediaPicker } from '../ui/media/media-picker.js'

export function ScanPicker(props: {
  scanId: string | undefined
  onChange: (scanId: string | undefined) => void
}) {
  const { scanId, onChange } = props
  const copy = useCopy()
  const words = copy.approvals
  const [choosing, setChoosing] = useState(false)
  const chosen = useQuery({
    ...mediaItemQuery(scanId ?? ''),
    enabled: scanId !== undefined,
  })
  return (
    <div className="scan-field" role="group" aria-label={words.scanTitle}>
      <b>{words.scanTitle}</b>
      {scanId !== undefined && (
        <p>
          {chosen.isError
            ? words.scanGone
            : words.scanOf(chosen.data?.name ?? '…')}
        </p>
      )}
      <div className="button-row">
        <button type="button" className="btn" onClick={() => setChoosing(true)}>
          <Icon name="bulletin" />
          {scanId === undefined ? words.scanChoose : words.scanOther}
        </button>
        {scanId !== undefined && (
          <button
            type="button"
            className="link"
            onClick={() => onChange(undefined)}
          >
            {words.scanRemove}
          </button>
        )}
      </div>
      <Modal
        opened={choosing}
        onClose={() => setChoosing(false)}
        title={words.scanChoose}
        size="xl"
        closeButtonProps={{ 'aria-label': copy.shell.close }}
      >
        <MediaPicker
          whole
          onChoose={(id) => {
            onChange(id)
            setChoosing(false)
          }}
        />
      </Modal>
    </div>
  )
}
