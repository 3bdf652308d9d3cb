// A picture of the library, a page of a document, or a new file, on the spot.
import { Modal } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { WidgetProps } from '@rjsf/utils'
import { fileAddress, mediaItemQuery } from '../api/media-queries.js'
import { Icon } from '../ui/icon.js'
import { useCopy } from '../ui/language.js'
import { MediaPicker } from '../ui/media/media-picker.js'

export function PictureWidget(props: WidgetProps) {
  const copy = useCopy()
  const value = typeof props.value === 'string' ? props.value : ''
  const chosen = useChosen(value)
  const [choosing, setChoosing] = useState(false)
  const action = value ? copy.fields.otherPicture : copy.fields.choosePicture
  const isSmall = (props.schema as Record<string, unknown>)['x-form']
  return (
    <div className="picture-field">
      {chosen?.thumbnail ? (
        <img src={fileAddress(chosen.thumbnail)} alt={chosen.name} />
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
          disabled={Boolean(props.disabled || props.readonly)}
          aria-label={`${props.label}: ${action}`}
          onClick={() => setChoosing(true)}
        >
          {action}
        </button>
        {value && (
          <button
            type="button"
            className="link"
            onClick={() => props.onChange(undefined)}
          >
            {copy.fields.noPicture}
          </button>
        )}
        {chosen && chosen.isGone && (
          <p className="field-warn">{copy.fields.pictureGone}</p>
        )}
        {chosen && !isSmall && chosen.width > 0 && chosen.width < 1200 && (
          <p className="field-warn">
            {copy.fields.smallPicture(chosen.width, chosen.height)}
          </p>
        )}
        {chosen && !chosen.isGone && chosen.alt === '' && (
          <p className="field-warn">{copy.fields.noAlt}</p>
        )}
      </div>
      <Modal
        opened={choosing}
        onClose={() => setChoosing(false)}
        title={copy.media.pickPicture}
        size="xl"
        closeButtonProps={{ 'aria-label': copy.shell.close }}
      >
        <MediaPicker
          onChoose={(next) => {
            props.onChange(next)
            setChoosing(false)
          }}
        />
      </Modal>
    </div>
  )
}

/** What the field's value names: `<id>`, or `<id>#<page>`. */
function useChosen(value: string) {
  const [id = '', page] = value.split('#')
  const item = useQuery({
    ...mediaItemQuery(id),
    enabled: id !== '',
    retry: false,
  })
  if (item.isError)
    return { name: '', alt: '', width: 0, height: 0, isGone: true }
  if (!item.data) return null
  const { name, alt, width, height, renditions, pages } = item.data
  const thumbnail =
    page === undefined
      ? renditions?.thumbnail
      : pages.find((one) => one.number === Number(page))?.thumbnail
  return { name, alt, width, height, thumbnail, isGone: false }
}
