import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { useDebouncedValue } from '@mantine/hooks'
import type { TemplateView } from '../../../../shared/contract/template.js'
import { isoNow, systemClock } from '../../../../shared/kernel/clock.js'
import { call } from '../../api/client.js'
import { fillFromSample, prune } from '../../fields/fill-sample.js'
import { labelAt, localiseSchema } from '../../fields/field-schema.js'
import { useWords } from '../../ui/language.js'
import { SlideFrame } from '../../ui/slide-frame.js'
import { firstFault, LoadingRows } from '../../ui/states.js'
import { typedPart, withOwnWords } from './notice-draft.js'

type Fields = Record<string, unknown>

type NoticePreviewProps = {
  template: TemplateView
  fields: Fields
  own: { level: number; drill: boolean; issuer: string; expiresAt: string }
  areaId: string
}

/** The real slide of the notice, sample words where nothing is typed yet. */
export function NoticePreview(props: NoticePreviewProps) {
  const { template, areaId, own } = props
  const { copy, language } = useWords()
  const filled = fillFromSample(
    typedPart(template).fields,
    prune(props.fields) as Fields,
    template.sample,
  )
  const wanted = withOwnWords(filled.fields, {
    ...own,
    issuedAt: isoNow(systemClock).replace(/:\d\d\.\d+Z$/, ':00.000Z'),
  })
  const [asked] = useDebouncedValue(JSON.stringify(wanted), 350)
  const drawn = useQuery({
    queryKey: ['preview', template.id, asked, areaId],
    placeholderData: keepPreviousData,
    retry: false,
    queryFn: ({ signal }) =>
      call('preview', {
        signal,
        body: {
          templateId: template.id,
          fields: JSON.parse(asked) as Fields,
          language: 'vi',
          areaId,
        },
      }),
  })
  const schema = localiseSchema(template.fields, language) as Fields
  return (
    <div className="stack tight">
      {drawn.isPending && <LoadingRows rows={1} height={300} />}
      {drawn.data && (
        <SlideFrame
          title={template.name[language]}
          slide={{ ...drawn.data, frame: template.frame }}
        />
      )}
      {drawn.isError && (
        <p className="note note-warn">{firstFault(drawn.error, copy)}</p>
      )}
      {filled.borrowed.length > 0 && (
        <p className="note note-info">
          {copy.compose.borrowed(
            filled.borrowed.map((key) => labelAt(schema, `/${key}`)).join(', '),
          )}
        </p>
      )}
    </div>
  )
}
