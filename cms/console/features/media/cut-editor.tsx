// What stays in sight of a picture however a slide cuts it: the focal point,
// and a cut of its own for each way a screen hangs. By pointer or by keys.
import { SegmentedControl } from '@mantine/core'
import { useRef, useState, type KeyboardEvent, type PointerEvent } from 'react'
import type { Crops } from '../../../../shared/contract/api/media.js'
import { useCopy } from '../../ui/language.js'
import { fileAddress } from '../../api/media-queries.js'
import {
  arrowShift,
  firstCrop,
  moveCrop,
  moveFocus,
  sizeCrop,
  type Cut,
  type Shift,
} from '../../ui/media/cut.rules.js'
import { CutShapes } from './cut-shapes.js'

type Side = 'landscape' | 'portrait'
type Grip = 'focus' | 'move' | 'size'

type CutEditorProps = {
  picture: { width: number; height: number; sha256: string; name: string }
  value: Cut
  disabled: boolean
  onChange: (cut: Cut) => void
}

/** What a hand begins with: the shapes of a picture that fills the glass. */
const RATIOS = { landscape: 16 / 9, portrait: 4 / 5 }

export function CutEditor({
  picture,
  value,
  disabled,
  onChange,
}: CutEditorProps) {
  const { media: words } = useCopy()
  const [mode, setMode] = useState<'focus' | Side>('focus')
  const crop = mode === 'focus' ? undefined : value.crops[mode]
  const setCrop = (side: Side, next: Crops[Side]): void => {
    const { [side]: _old, ...others } = value.crops
    onChange({ ...value, crops: next ? { ...others, [side]: next } : others })
  }
  const shift = (grip: Grip, by: Shift): void => {
    if (disabled) return
    if (mode === 'focus')
      onChange({ ...value, focus: moveFocus(value.focus, by) })
    else if (crop)
      setCrop(mode, grip === 'size' ? sizeCrop(crop, by) : moveCrop(crop, by))
  }
  return (
    <div className="cut-editor">
      <SegmentedControl
        fullWidth
        value={mode}
        disabled={disabled}
        data={[
          { value: 'focus', label: words.focus },
          { value: 'landscape', label: words.cutLandscape },
          { value: 'portrait', label: words.cutPortrait },
        ]}
        onChange={(next) => setMode(next as 'focus' | Side)}
      />
      <p className="hint" id="cut-help">
        {mode === 'focus' ? words.focusHelp : words.cutHelp}
      </p>
      <Stage picture={picture}>
        {mode === 'focus' ? (
          <Handle
            grip="focus"
            label={words.focusAt(whole(value.focus.x), whole(value.focus.y))}
            className="focus-mark"
            style={{ left: share(value.focus.x), top: share(value.focus.y) }}
            onShift={shift}
          />
        ) : (
          crop && (
            <>
              <Handle
                grip="move"
                label={words.cutMove}
                className="cut-frame"
                style={{
                  left: share(crop.x),
                  top: share(crop.y),
                  width: share(crop.width),
                  height: share(crop.height),
                }}
                onShift={shift}
              />
              <Handle
                grip="size"
                label={words.cutSize}
                className="cut-corner"
                style={{
                  left: share(crop.x + crop.width),
                  top: share(crop.y + crop.height),
                }}
                onShift={shift}
              />
            </>
          )
        )}
      </Stage>
      {mode !== 'focus' && (
        <button
          type="button"
          className="btn"
          disabled={disabled}
          onClick={() =>
            setCrop(
              mode,
              crop ? undefined : firstCrop(picture, value.focus, RATIOS[mode]),
            )
          }
        >
          {crop ? words.cutNone : words.cutOwn}
        </button>
      )}
      <CutShapes picture={picture} cut={value} />
    </div>
  )
}

function Stage(props: {
  picture: CutEditorProps['picture']
  children: React.ReactNode
}) {
  const { width, height, sha256, name } = props.picture
  return (
    <div className="cut-stage" style={{ aspectRatio: `${width} / ${height}` }}>
      <img src={fileAddress(sha256)} alt={name} draggable={false} />
      {props.children}
    </div>
  )
}

/** Something that is dragged, or moved with the arrow keys. */
function Handle(props: {
  grip: Grip
  label: string
  className: string
  style: React.CSSProperties
  onShift: (grip: Grip, by: Shift) => void
}) {
  const last = useRef<{ x: number; y: number } | null>(null)
  const begin = (event: PointerEvent<HTMLButtonElement>): void => {
    event.currentTarget.setPointerCapture(event.pointerId)
    last.current = { x: event.clientX, y: event.clientY }
  }
  const drag = (event: PointerEvent<HTMLButtonElement>): void => {
    const room = event.currentTarget.parentElement?.getBoundingClientRect()
    if (!last.current || !room) return
    const by = {
      x: (event.clientX - last.current.x) / room.width,
      y: (event.clientY - last.current.y) / room.height,
    }
    last.current = { x: event.clientX, y: event.clientY }
    props.onShift(props.grip, by)
  }
  const onKey = (event: KeyboardEvent): void => {
    const by = arrowShift(event.key, event.altKey)
    if (!by) return
    event.preventDefault()
    // With Shift the frame grows or shrinks instead of moving.
    const sizes = event.shiftKey && props.grip === 'move'
    props.onShift(sizes ? 'size' : props.grip, by)
  }
  return (
    <button
      type="button"
      className={props.className}
      aria-label={props.label}
      aria-describedby="cut-help"
      style={props.style}
      onPointerDown={begin}
      onPointerMove={drag}
      onPointerUp={() => (last.current = null)}
      onPointerCancel={() => (last.current = null)}
      onKeyDown={onKey}
    />
  )
}

const share = (value: number): string => `${value * 100}%`
const whole = (value: number): number => Math.round(value * 100)
