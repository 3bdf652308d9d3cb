import { useState } from 'react'
import type { TemplateView } from '../../../../shared/contract/template.js'
import type { Finding } from '../../../../templates/frame/finding.js'
import { labelAt, localiseSchema } from '../../fields/field-schema.js'
import { useWords } from '../../ui/language.js'
import { SlideFrame } from '../../ui/slide-frame.js'
import { firstFault, LoadingRows, sentenceOf } from '../../ui/states.js'
import { Checks } from './checks.js'
import { usePreview } from './use-preview.js'

type LivePreviewProps = {
  template: TemplateView
  fields: Record<string, unknown>
  areaId: string
  title: string
}

/** The real slide beside the fields, and what a reader would say of it. */
export function LivePreview(props: LivePreviewProps) {
  const { template, fields, areaId, title } = props
  const { copy, language } = useWords()
  const { drawn, borrowed, error } = usePreview(template, fields, areaId)
  const [measured, setMeasured] = useState<{
    pages: number
    findings: Finding[]
  } | null>(null)
  if (!drawn) {
    return error ? (
      <p className="note note-warn">{sentenceOf(error, copy)}</p>
    ) : (
      <LoadingRows rows={1} height={360} />
    )
  }
  const schema = localiseSchema(template.fields, language) as Record<
    string,
    unknown
  >
  const borrowedNames = borrowed.map((key) => labelAt(schema, `/${key}`))
  return (
    <>
      <SlideFrame
        title={title}
        slide={{ ...drawn, frame: template.frame }}
        onMeasured={(pages, findings) => setMeasured({ pages, findings })}
      />
      {borrowed.length > 0 && (
        <p className="note note-info">
          {copy.compose.borrowed(borrowedNames.filter(Boolean).join(', '))}
        </p>
      )}
      {error !== null && (
        <p className="note note-warn" role="status">
          {copy.compose.previewOld} {firstFault(error, copy)}
        </p>
      )}
      {measured && <Checks drawn={drawn} {...measured} />}
    </>
  )
}
