import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { BulletinView } from '../../../../shared/contract/api/bulletins.js'
import { call } from '../../api/client.js'
import { ApiProblem } from '../../api/problem.js'
import { templatesQuery } from '../../api/queries.js'
import { useCopy } from '../../ui/language.js'
import { SlideFrame } from '../../ui/slide-frame.js'
import { FailedState, LoadingRows } from '../../ui/states.js'

/** The slide of a bulletin, drawn from the revision on its page. */
export function BulletinSlide({ bulletin }: { bulletin: BulletinView }) {
  const copy = useCopy()
  const templates = useQuery(templatesQuery)
  const { templateId, fields } = bulletin.revision
  const drawn = useQuery({
    queryKey: ['preview', templateId, fields.vi, bulletin.ownerAreaId],
    placeholderData: keepPreviousData,
    staleTime: 60_000,
    queryFn: ({ signal }) =>
      call('preview', {
        signal,
        body: {
          templateId,
          fields: fields.vi,
          language: 'vi',
          areaId: bulletin.ownerAreaId,
        },
      }),
  })
  const template = templates.data?.find((one) => one.id === templateId)
  if (drawn.isError) {
    const incomplete =
      drawn.error instanceof ApiProblem &&
      drawn.error.code === 'bulletin.fields_invalid'
    return incomplete ? (
      <p className="note note-warn">{copy.bulletins.cannotDraw}</p>
    ) : (
      <FailedState error={drawn.error} retry={() => void drawn.refetch()} />
    )
  }
  if (!drawn.data || !template) return <LoadingRows rows={1} height={400} />
  return (
    <div className="stack">
      <SlideFrame
        title={bulletin.title}
        slide={{ ...drawn.data, frame: template.frame }}
      />
      <p className="muted">{copy.bulletins.slot(drawn.data.slotSeconds)}</p>
    </div>
  )
}
