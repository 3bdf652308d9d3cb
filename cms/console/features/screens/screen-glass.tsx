// What is on a screen, as the real slide: asked from the server, which answers
// with the same function the screen itself uses.
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type {
  OnScreenView,
  ScreenView,
} from '../../../../shared/contract/api/screens.js'
import { systemClock } from '../../../../shared/kernel/clock.js'
import { documentQuery, onScreenQuery } from '../../api/queries.js'
import { Icon } from '../../ui/icon.js'
import { useCopy } from '../../ui/language.js'
import { SlideView } from '../../ui/slide-view.js'

/** Asks again when the slide is over, so that a page left open stays true. */
export function useOnScreen(id: string, at?: string) {
  const queries = useQueryClient()
  const on = useQuery(onScreenQuery(id, at))
  const endsAt = on.data?.showing.endsAt
  useEffect(() => {
    if (at !== undefined || !endsAt) return
    const wait = Math.max(1_000, Date.parse(endsAt) - systemClock.now() + 200)
    const timer = setTimeout(
      () => void queries.invalidateQueries(onScreenQuery(id)),
      Math.min(wait, 3_600_000),
    )
    return () => clearTimeout(timer)
  }, [id, at, endsAt, queries])
  return on
}

/** The picture of an answer of the server. */
export function GlassPicture({
  on,
  screen,
  at,
}: {
  on: OnScreenView
  screen: ScreenView
  at?: number
}) {
  const copy = useCopy()
  const { showing, furniture } = on
  const slide = useQuery(documentQuery(showing.slide))
  const frame = useQuery(documentQuery(furniture))
  const { orientation } = screen.settings
  if (!slide.data || !frame.data) {
    return <div className={`bezel bezel-${orientation} picture-wait`} />
  }
  return (
    <SlideView
      slide={slide.data}
      furniture={frame.data}
      frame={showing.full ? 'full' : 'furnished'}
      orientation={orientation}
      title={copy.shell.slideOf(showing.title)}
      ticker={screen.settings.ticker}
      {...(at !== undefined && { at })}
    />
  )
}

/** Small, drawn when it comes into view; dark where nothing is shown. */
export function ScreenThumbnail({ screen }: { screen: ScreenView }) {
  const holder = useRef<HTMLDivElement>(null)
  const [near, setNear] = useState(false)
  useEffect(() => {
    if (!holder.current) return
    const watch = new IntersectionObserver(
      ([entry]) => entry?.isIntersecting && setNear(true),
      { rootMargin: '150px' },
    )
    watch.observe(holder.current)
    return () => watch.disconnect()
  }, [])
  const dark =
    screen.health === 'offline' ||
    screen.health === 'revoked' ||
    screen.health === 'stage_dead'
  return (
    <div ref={holder} className={dark ? 'thumb thumb-dark' : 'thumb'}>
      {dark ? (
        <Icon
          name={screen.health === 'offline' ? 'offline' : 'power'}
          size={40}
        />
      ) : (
        near && <LiveThumbnail screen={screen} />
      )}
    </div>
  )
}

function LiveThumbnail({ screen }: { screen: ScreenView }) {
  const on = useOnScreen(screen.id)
  return on.data ? <GlassPicture on={on.data} screen={screen} /> : null
}
