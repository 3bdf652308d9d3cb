// Another file in its place, putting it away, and its end.
import { Modal } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { MediaDetails } from '../../../../shared/contract/api/media.js'
import { call } from '../../api/client.js'
import { LIBRARY_KEY } from '../../api/media-queries.js'
import { replaceFile } from '../../api/send-file.js'
import { Icon } from '../../ui/icon.js'
import { useCopy } from '../../ui/language.js'
import { FileButton, PICTURE_TYPES } from '../../ui/media/drop-zone.js'
import { sentenceOf } from '../../ui/states.js'
import { useChangeMedia } from './use-change-media.js'

const TYPES = {
  picture: PICTURE_TYPES,
  video: 'video/mp4,video/webm',
  document: '.pdf,.docx,.xlsx,.csv',
}

export function ItemActs({ media }: { media: MediaDetails }) {
  const copy = useCopy()
  const words = copy.media
  const queries = useQueryClient()
  const [share, setShare] = useState(0)
  const replace = useMutation({
    mutationFn: (file: File) =>
      replaceFile(media.id, file, { onProgress: setShare }),
    onSuccess: () => queries.invalidateQueries({ queryKey: LIBRARY_KEY }),
  })
  const change = useChangeMedia(media.id)
  const retired = media.retiredAt !== null
  const error = replace.error ?? change.error
  return (
    <section className="card pad stack tight">
      <div className="button-row">
        <FileButton
          plain
          label={
            replace.isPending
              ? words.replacing(Math.round(share * 100))
              : words.replace
          }
          accept={TYPES[media.kind]}
          onFiles={([file]) => file && replace.mutate(file)}
        />
        <button
          type="button"
          className="btn"
          disabled={change.isPending}
          onClick={() => change.mutate({ retired: !retired })}
        >
          {retired ? words.bringBack : words.retire}
        </button>
        <DeleteButton media={media} />
      </div>
      <p className="hint">{words.replaceHint}</p>
      <p className="hint">{words.retireHint}</p>
      {error && (
        <p className="note note-bad" role="alert">
          {sentenceOf(error, copy)}
        </p>
      )}
    </section>
  )
}

function DeleteButton({ media }: { media: MediaDetails }) {
  const copy = useCopy()
  const words = copy.media
  const queries = useQueryClient()
  const go = useNavigate()
  const [asking, ask] = useDisclosure(false)
  const remove = useMutation({
    mutationFn: () => call('deleteMedia', { params: { id: media.id } }),
    onSuccess: async () => {
      await go({ to: '/kho' })
      await queries.invalidateQueries({ queryKey: LIBRARY_KEY })
    },
  })
  return (
    <>
      <button type="button" className="btn" onClick={ask.open}>
        <Icon name="trash" />
        {words.remove}
      </button>
      <Modal
        opened={asking}
        onClose={ask.close}
        title={words.removeTitle(media.name)}
        closeButtonProps={{ 'aria-label': copy.shell.close }}
      >
        <div className="stack">
          <p>{words.removeBody}</p>
          {remove.isError && (
            <p className="note note-bad" role="alert">
              {sentenceOf(remove.error, copy)}
            </p>
          )}
          <div className="modal-acts">
            <button type="button" className="btn" onClick={ask.close}>
              {copy.shell.cancel}
            </button>
            <button
              type="button"
              className="btn btn-primary"
              disabled={remove.isPending}
              onClick={() => remove.mutate()}
            >
              {words.remove}
            </button>
          </div>
        </div>
      </Modal>
    </>
  )
}
