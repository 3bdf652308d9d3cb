import type { ScreenView } from '../../../../shared/contract/api/screens.js'
import { Icon } from '../icon.js'
import { useCopy } from '../language.js'

/** The exact screens by name, and how many; none is said plainly. */
export function ScreenNames({ screens }: { screens: readonly ScreenView[] }) {
  const copy = useCopy()
  const portrait = screens.filter(
    (screen) => screen.settings.orientation === 'portrait',
  ).length
  const away = screens.filter((screen) => !screen.connected).length
  return (
    <section className="card pad screen-names" aria-live="polite">
      <h2>{copy.compose.exactly(screens.length)}</h2>
      {screens.length === 0 ? (
        <p className="muted">{copy.compose.chooseSome}</p>
      ) : (
        <p className="muted">
          {copy.compose.shapes(screens.length - portrait, portrait)}
          {away > 0 && ` ${copy.compose.awayNow(away)}`}
        </p>
      )}
      <ul>
        {screens.map((screen) => (
          <li key={screen.id}>
            <Icon
              name={
                screen.settings.orientation === 'portrait'
                  ? 'portrait'
                  : 'screen'
              }
              size={18}
            />
            <span>
              <b>{screen.settings.name}</b>
              <small>{screen.areaName}</small>
            </span>
          </li>
        ))}
      </ul>
    </section>
  )
}
