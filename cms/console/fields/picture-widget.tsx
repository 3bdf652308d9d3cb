// A picture of the library, or a new one from this computer.
import { Modal } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { WidgetProps } from '@rjsf/utils'
import type { MediaView } from '../../../shared/contract/api/media.js'
import { API } from '../api/client.js'
import { mediaQuery } from '../api/queries.js'
import { uploadPicture } from '../api/upload-picture.js'
import { Icon } from '../ui/icon.js'
import { useCopy } from '../ui/language.js'
import { EmptyState, LoadingRows, sentenceOf } from '../ui/states.js'

function thumbnail(picture: MediaView): string {
  return `${API}/files/${picture.renditions?.thumbnail}`
}

export function PictureWidget(props: WidgetProps) {
  const copy = useCopy()
  const library = useQuery(mediaQuery)
  const [choosing, setChoosing] = useState(false)
  const action = props.value
    ? copy.fields.otherPicture
    : copy.fields.choosePicture
  const chosen = library.data?.find((one) => one.id === props.value)
  return (
    <div className="picture-field">
      {chosen ? (
        <img src={thumbnail(chosen)} alt={chosen.name} />
      ) : (
        <span className="picture-none">
          <Icon name="picture" size={28} />
        </span>
      )}
      <div>
        <button
          type="button"
          id={props.id}
          className="btn"
          aria-label={`${props.label}: ${action}`}
          onClick={() => setChoosing(true)}
        >
          {action}
        </button>
        {props.value && (
          <button
            type="button"
            className="link"
            onClick={() => props.onChange(undefined)}
          >
            {copy.fields.noPicture}
          </button>
        )}
        {chosen && chosen.width < 1200 && (
          <p className="field-warn">
            {copy.fields.smallPicture(chosen.width, chosen.height)}
          </p>
        )}
      </div>
      <Modal
        opened={choosing}
        onClose={() => setChoosing(false)}
        title={copy.fields.choosePicture}
        size="xl"
        closeButtonProps={{ 'aria-label': copy.shell.close }}
      >
        <Library
          onChoose={(id) => {
            props.onChange(id)
            setChoosing(false)
          }}
        />
      </Modal>
    </div>
  )
}

function Library({ onChoose }: { onChoose: (id: string) => void }) {
  const copy = useCopy()
  const queries = useQueryClient()
  const library = useQuery(mediaQuery)
  const upload = useMutation({
    mutationFn: uploadPicture,
    onSuccess: async (picture) => {
      await queries.invalidateQueries(mediaQuery)
      onChoose(picture.id)
    },
  })
  const pictures = library.data ?? []
  return (
    <div className="library">
      <label className="btn btn-primary">
        <Icon name="plus" />
        {upload.isPending ? copy.fields.uploading : copy.fields.upload}
        <input
          type="file"
          accept="image/jpeg,image/png,image/webp,image/avif,image/tiff"
          className="visually-hidden"
          disabled={upload.isPending}
          onChange={(event) => {
            const file = event.currentTarget.files?.[0]
            if (file) upload.mutate(file)
            event.currentTarget.value = ''
          }}
        />
      </label>
      {upload.isError && (
        <p className="note note-bad" role="alert">
          {sentenceOf(upload.error, copy)}
        </p>
      )}
      {library.isPending && <LoadingRows rows={2} height={120} />}
      {library.isError && (
        <p className="note note-bad">{sentenceOf(library.error, copy)}</p>
      )}
      {library.isSuccess && pictures.length === 0 && (
        <EmptyState icon="picture" title={copy.fields.noPictures} />
      )}
      <ul className="library-grid">
        {pictures.map((picture) => (
          <li key={picture.id}>
            <button type="button" onClick={() => onChoose(picture.id)}>
              <img src={thumbnail(picture)} alt="" loading="lazy" />
              <span>{picture.name}</span>
              <small>
                {picture.width} × {picture.height}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
