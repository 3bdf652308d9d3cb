import { useCopy } from '../../ui/language.js'

/** Shown once, to be written down or printed. */
export function RecoveryCodes(props: { codes: string[]; onKept: () => void }) {
  const { account: words } = useCopy()
  return (
    <div className="stack">
      <p className="note note-warn">{words.recoveryWhy}</p>
      <ul className="recovery-codes" aria-label={words.recoveryCodes}>
        {props.codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="button-row">
        <button
          type="button"
          className="btn btn-primary"
          onClick={props.onKept}
        >
          {words.codesKept}
        </button>
        <button type="button" className="btn" onClick={() => window.print()}>
          {words.print}
        </button>
      </div>
    </div>
  )
}
