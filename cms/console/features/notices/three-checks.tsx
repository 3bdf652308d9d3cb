import { useEffect, useState } from 'react'
import { useCopy } from '../../ui/language.js'

type ThreeChecksProps = {
  content: string
  places: string
  until: string
  onTicks: (count: number) => void
}

/** Content, place, time, each repeated exactly; a change clears them all. */
export function ThreeChecks(props: ThreeChecksProps) {
  const { notices: words } = useCopy()
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set())
  const { onTicks } = props
  useEffect(() => onTicks(ticked.size), [ticked, onTicks])
  const lines = [
    { key: 'content', title: words.checkContent, said: props.content },
    { key: 'places', title: words.checkWhere, said: props.places },
    { key: 'until', title: words.checkUntil, said: props.until },
  ]
  return (
    <fieldset className="card pad three-checks">
      <legend className="visually-hidden">{words.checkHead}</legend>
      <h2 aria-hidden="true">{words.checkHead}</h2>
      {lines.map((line) => (
        <label key={line.key}>
          <input
            type="checkbox"
            checked={ticked.has(line.key)}
            onChange={(event) => {
              const next = new Set(ticked)
              if (event.currentTarget.checked) next.add(line.key)
              else next.delete(line.key)
              setTicked(next)
            }}
          />
          <span>
            <b>{line.title}</b>
            <small>{line.said}</small>
          </span>
        </label>
      ))}
    </fieldset>
  )
}
