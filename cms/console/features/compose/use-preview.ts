// The real slide of unsaved fields, drawn by the server a moment after typing.
import { useEffect, useRef, useState } from 'react'
import type { PreviewView } from '../../../../shared/contract/api/bulletins.js'
import type { TemplateView } from '../../../../shared/contract/template.js'
import { call } from '../../api/client.js'
import { isProblem } from '../../api/problem.js'
import { fillFromSample, isEmpty, prune } from '../../fields/fill-sample.js'

const REST_MS = 350

export type Preview = {
  /** The last slide that could be drawn; kept while the next one is made. */
  drawn: PreviewView | null
  /** Top-level fields that still show the template's sample. */
  borrowed: string[]
  error: unknown
}

type Fields = Record<string, unknown>

/** With nothing typed at all, the preview is the template's whole sample. */
function fieldsToDraw(template: TemplateView, typed: Fields) {
  const fields = prune(typed) as Fields
  return isEmpty(fields)
    ? { fields: template.sample, borrowed: Object.keys(template.sample) }
    : fillFromSample(template.fields, fields, template.sample)
}

export function usePreview(
  template: TemplateView,
  fields: Fields,
  areaId: string,
): Preview {
  const [preview, setPreview] = useState<Preview>({
    drawn: null,
    borrowed: [],
    error: null,
  })
  const first = useRef(true)
  const hasDrawn = useRef(false)
  useEffect(() => {
    const abort = new AbortController()
    const drawing = (content: Fields) =>
      call('preview', {
        signal: abort.signal,
        body: {
          templateId: template.id,
          fields: content,
          language: 'vi',
          areaId,
        },
      })
    const draw = async (): Promise<void> => {
      const wanted = fieldsToDraw(template, fields)
      try {
        const drawn = await drawing(wanted.fields)
        setPreview({ drawn, borrowed: wanted.borrowed, error: null })
        hasDrawn.current = true
      } catch (error) {
        if (abort.signal.aborted) return
        setPreview((old) => ({ ...old, error }))
        if (hasDrawn.current || !isProblem(error, 'bulletin.fields_invalid')) {
          return
        }
        // Opened with a field that cannot be drawn: the sample, not a void.
        const { sample } = template
        const drawn = await drawing(sample).catch(() => null)
        if (drawn && !abort.signal.aborted) {
          setPreview({ drawn, borrowed: Object.keys(sample), error })
        }
      }
    }
    const timer = setTimeout(() => void draw(), first.current ? 0 : REST_MS)
    first.current = false
    return () => {
      clearTimeout(timer)
      abort.abort()
    }
  }, [template, fields, areaId])
  return preview
}
