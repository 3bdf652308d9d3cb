// A sealed document by its hash, in its frame: what a screen has, byte by byte.
import { useQuery } from '@tanstack/react-query'
import { documentQuery } from '../api/queries.js'
import { SlideFrame } from './slide-frame.js'
import { FailedState, LoadingRows } from './states.js'

type SealedSlideProps = {
  title: string
  sha256: string
  furniture: string | null
  frame: 'furnished' | 'full'
}

export function SealedSlide(props: SealedSlideProps) {
  const slide = useQuery(documentQuery(props.sha256))
  const around = useQuery({
    ...documentQuery(props.furniture ?? props.sha256),
    enabled: props.furniture !== null,
  })
  const error = slide.error ?? around.error
  if (error)
    return (
      <FailedState
        error={error}
        retry={() => {
          void slide.refetch()
          void around.refetch()
        }}
      />
    )
  const furniture = props.furniture === null ? null : around.data
  if (slide.data === undefined || furniture === undefined)
    return <LoadingRows rows={1} height={320} />
  return (
    <SlideFrame
      title={props.title}
      slide={{ slide: slide.data, furniture, frame: props.frame }}
    />
  )
}
