import { useCopy } from '../../ui/language.js'

export type StepNumber = 1 | 2 | 3 | 4
const NUMBERS: readonly StepNumber[] = [1, 2, 3, 4]

/** The four steps; any of them may be opened at any time. */
export function Steps(props: {
  current: StepNumber
  onStep: (step: StepNumber) => void
}) {
  const copy = useCopy()
  return (
    <nav className="steps" aria-label={copy.compose.stepsLabel}>
      <ol>
        {NUMBERS.map((number) => (
          <li key={number}>
            <button
              type="button"
              aria-current={number === props.current ? 'step' : undefined}
              onClick={() => props.onStep(number)}
            >
              <i>{number}</i>
              <span>{copy.compose.steps[number - 1]}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  )
}
