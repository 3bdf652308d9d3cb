// A grave act is held, not pressed: 2 seconds by pointer or by the space bar.
import { useEffect, useRef, useState } from 'react'

const HOLD_MS = 2_000

type HoldButtonProps = {
  label: string
  hint: string
  drill: boolean
  disabled: boolean
  onHeld: () => void
}

/** Letting go early does nothing; holding longer does it once. */
export function HoldButton(props: HoldButtonProps) {
  const [holding, setHolding] = useState(false)
  const timer = useRef<ReturnType<typeof setTimeout> | null>(null)
  const stop = (): void => {
    if (timer.current) clearTimeout(timer.current)
    timer.current = null
    setHolding(false)
  }
  const start = (): void => {
    if (props.disabled || timer.current) return
    setHolding(true)
    timer.current = setTimeout(() => {
      stop()
      props.onHeld()
    }, HOLD_MS)
  }
  useEffect(() => stop, [])
  return (
    <div>
      <button
        type="button"
        className={props.drill ? 'hold hold-drill' : 'hold'}
        disabled={props.disabled}
        aria-describedby="hold-hint"
        onPointerDown={start}
        onPointerUp={stop}
        onPointerLeave={stop}
        onPointerCancel={stop}
        onContextMenu={(event) => event.preventDefault()}
        onKeyDown={(event) => {
          if (event.key !== ' ') return
          event.preventDefault()
          if (!event.repeat) start()
        }}
        onKeyUp={stop}
        onBlur={stop}
      >
        <i
          style={{
            inlineSize: holding ? '100%' : '0',
            transition: holding ? `inline-size ${HOLD_MS}ms linear` : 'none',
          }}
        />
        <span>{props.label}</span>
      </button>
      <p className="hint" id="hold-hint">
        {props.hint}
      </p>
    </div>
  )
}
