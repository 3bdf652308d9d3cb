// The real slide on a page of the console, by the code that paints the glass.
import { useEffect, useRef, useState } from 'react'
import type { Orientation } from '../../../shared/contract/primitives.js'
import { systemClock } from '../../../shared/kernel/clock.js'
import type { Finding } from '../../../templates/frame/finding.js'
import {
  createScreenView,
  type ScreenView,
} from '../../../templates/frame/screen-view.js'
import { API } from '../api/client.js'
import { useCopy } from './language.js'
import { HOME_ZONE } from './time.js'

export type Slide = {
  slide: string
  furniture: string | null
  frame: 'furnished' | 'full'
}

type SlideViewProps = Slide & {
  title: string
  orientation: Orientation
  textStep?: number
  /** What clock and countdown show; now unless a moment is asked for. */
  at?: number
  page?: number
  /** The line at the foot, one item at a time. */
  ticker?: readonly string[]
  language?: 'vi' | 'en' | 'jra' | 'bdq'
  /** Draws the margin that a television may cut. */
  safeArea?: boolean
  /** How many pages it has and what a reader would trip over. */
  onReady?: (pages: number, findings: () => Finding[]) => void
}

/** Keeps the old picture until the new one is complete: no flicker. */
export function SlideView(props: SlideViewProps) {
  const copy = useCopy()
  const host = useRef<HTMLDivElement>(null)
  const view = useRef<ScreenView | null>(null)
  const latest = useRef(props)
  const [failed, setFailed] = useState(false)
  const { orientation, title, slide, furniture, frame } = props
  const textStep = props.textStep ?? 1
  useEffect(() => {
    latest.current = props
  })

  useEffect(() => {
    if (!host.current) return
    const built = createScreenView(host.current, {
      orientation,
      filesUrl: `${API}/files`,
      title,
      textStep,
      values: () => ({
        now: latest.current.at ?? systemClock.now(),
        timeZone: HOME_ZONE,
        language: latest.current.language ?? 'vi',
        ...tickerNow(latest.current.ticker),
      }),
    })
    view.current = built
    return () => {
      view.current = null
      built.destroy()
    }
  }, [orientation, textStep, title])

  useEffect(() => {
    const target = view.current
    if (!target) return
    let left = false
    const show = async (): Promise<void> => {
      await target.setFurniture(frame === 'full' ? null : furniture)
      const { pages } = await target.setSlide({ html: slide, frame })
      if (left) return
      setFailed(false)
      target.showPage(latest.current.page ?? 0)
      latest.current.onReady?.(pages, () => target.measure())
    }
    // Overtaken by a newer slide: that one will answer.
    show().catch(() => {
      if (!left) setFailed(true)
    })
    return () => {
      left = true
    }
  }, [slide, furniture, frame, orientation, textStep, title])

  useEffect(() => view.current?.showPage(props.page ?? 0), [props.page])

  return (
    <div className={`bezel bezel-${orientation}`}>
      <div ref={host} className="glass" />
      {props.safeArea && <div className="safe-area" aria-hidden="true" />}
      {failed && <p className="glass-failed">{copy.shell.slideFailed}</p>}
    </div>
  )
}

const TICKER_STEP_MS = 10_000

/** The item that stands at the foot now, stepping as it does on the glass. */
function tickerNow(items: readonly string[] = []): {
  ticker?: { text: string; index: number; count: number }
} {
  const index = Math.floor(systemClock.now() / TICKER_STEP_MS) % items.length
  const text = items[index]
  return text === undefined
    ? {}
    : { ticker: { text, index, count: items.length } }
}
