// A film of the library. Films are uploaded there: they are too large to come
// along while a form is filled in.
import { NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { WidgetProps } from '@rjsf/utils'
import type { MediaView } from '../../../shared/contract/api/media.js'
import { call } from '../api/client.js'
import { useCopy } from '../ui/language.js'
import { describedBy } from './described-by.js'

export function VideoWidget(props: WidgetProps) {
  const copy = useCopy()
  const library = useQuery({
    queryKey: ['media', 'video'],
    queryFn: async ({ signal }) =>
      (await call('listMedia', { signal, query: { kind: 'video' } })).media,
  })
  const films = library.data ?? []
  const first = films.length > 0 ? copy.fields.choose : copy.fields.noVideos
  return (
    <NativeSelect
      id={props.id}
      value={typeof props.value === 'string' ? props.value : ''}
      disabled={Boolean(props.disabled || props.readonly)}
      error={(props.rawErrors ?? []).length > 0}
      aria-describedby={describedBy(props)}
      aria-required={props.required === true}
      data={[
        { value: '', label: library.isPending ? '…' : first },
        ...films.map((film) => ({ value: film.id, label: labelOf(film) })),
      ]}
      onChange={(event) => {
        const { value } = event.currentTarget
        props.onChange(value === '' ? undefined : value)
      }}
      onBlur={() => props.onBlur(props.id, props.value)}
    />
  )
}

/** "Áo phao.mp4 (1:32)". */
function labelOf({ name, video }: MediaView): string {
  if (!video) return name
  const seconds = Math.round(video.durationSeconds)
  const rest = String(seconds % 60).padStart(2, '0')
  return `${name} (${Math.floor(seconds / 60)}:${rest})`
}
