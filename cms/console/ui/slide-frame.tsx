// The real slide with the switches a person needs to judge it: orientation,
// distance, title-safe area, pages.
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Orientation } from '../../../shared/contract/primitives.js'
import type { Finding } from '../../../templates/frame/finding.js'
import { screensQuery } from '../api/queries.js'
import { Icon } from './icon.js'
import { useCopy } from './language.js'
import { SlideView, type Slide } from './slide-view.js'

type SlideFrameProps = {
  slide: Slide
  title: string
  /** Told after each drawing, with what a reader would trip over. */
  onMeasured?: (pages: number, findings: Finding[]) => void
  /** Stands over the picture: where content is not the author's own. */
  banner?: ReactNode
}

export function SlideFrame({
  slide,
  title,
  onMeasured,
  banner,
}: SlideFrameProps) {
  const copy = useCopy()
  const [orientation, setOrientation] = useState<Orientation>('landscape')
  const [far, setFar] = useState(false)
  const [safe, setSafe] = useState(false)
  const [page, setPage] = useState(0)
  const [pages, setPages] = useState(1)
  const ticker = useSomeTicker()
  const ready = (count: number, findings: () => Finding[]): void => {
    setPages(count)
    setPage((at) => Math.min(at, count - 1))
    onMeasured?.(count, findings())
  }
  return (
    <div className="slide-frame">
      <div className="slide-tools">
        <Switch
          label={copy.compose.shape}
          value={orientation}
          onChange={setOrientation}
          choices={[
            { value: 'landscape', label: copy.shell.landscape, icon: 'screen' },
            { value: 'portrait', label: copy.shell.portrait, icon: 'portrait' },
          ]}
        />
        <Switch
          label={copy.compose.distance}
          value={far ? 'far' : 'near'}
          onChange={(value) => setFar(value === 'far')}
          choices={[
            { value: 'near', label: copy.compose.near },
            { value: 'far', label: copy.compose.far },
          ]}
        />
        <label className="check">
          <input
            type="checkbox"
            checked={safe}
            onChange={(event) => setSafe(event.currentTarget.checked)}
          />
          {copy.compose.safeArea}
        </label>
      </div>
      <div className={far ? 'slide-room slide-far' : 'slide-room'}>
        <div className="slide-stage">
          <SlideView
            {...slide}
            title={copy.shell.slideOf(title)}
            orientation={orientation}
            page={page}
            ticker={ticker}
            safeArea={safe}
            onReady={ready}
          />
        </div>
        {banner}
      </div>
      {far && <p className="hint">{copy.compose.farHint}</p>}
      {pages > 1 && (
        <div className="pager">
          <button
            type="button"
            className="btn"
            aria-label={copy.bulletins.previousPage}
            disabled={page === 0}
            onClick={() => setPage(page - 1)}
          >
            <Icon name="left" />
            <span>{copy.bulletins.previousPage}</span>
          </button>
          <span aria-live="polite">{copy.bulletins.page(page + 1, pages)}</span>
          <button
            type="button"
            className="btn"
            aria-label={copy.bulletins.nextPage}
            disabled={page >= pages - 1}
            onClick={() => setPage(page + 1)}
          >
            <span>{copy.bulletins.nextPage}</span>
            <Icon name="right" />
          </button>
        </div>
      )}
    </div>
  )
}

/** The ticker of some real screen, so that the foot is not empty. */
function useSomeTicker(): readonly string[] {
  const screens = useQuery(screensQuery)
  const one = screens.data?.find((screen) => screen.settings.ticker.length > 0)
  return one?.settings.ticker ?? []
}

type Choice<V extends string> = {
  value: V
  label: string
  icon?: 'screen' | 'portrait'
}

function Switch<V extends string>(props: {
  label: string
  value: V
  choices: readonly Choice<V>[]
  onChange: (value: V) => void
}) {
  return (
    <div className="segments" role="group" aria-label={props.label}>
      {props.choices.map((choice) => (
        <button
          key={choice.value}
          type="button"
          aria-pressed={choice.value === props.value}
          onClick={() => props.onChange(choice.value)}
        >
          {choice.icon && <Icon name={choice.icon} size={18} />}
          {choice.label}
        </button>
      ))}
    </div>
  )
}
