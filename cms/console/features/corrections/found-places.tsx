// Every found place with a box to tick, under the bulletin it stands in.
import { useQuery } from '@tanstack/react-query'
import type { BulletinUse } from '../../../../shared/contract/api/corrections.js'
import { templatesQuery, bulletinQuery } from '../../api/queries.js'
import { fieldLabel } from '../../ui/field-label.js'
import { useCopy, useWords } from '../../ui/language.js'
import { placeKey, type Chosen } from './chosen-places.js'

export function FoundPlaces(props: {
  uses: readonly BulletinUse[]
  chosen: Chosen
  onChoose: (chosen: Set<string>) => void
}) {
  const words = useCopy().corrections
  const { uses, chosen, onChoose } = props
  const keys = uses.flatMap((use) =>
    use.hits.map(({ pointer }) => placeKey(use, pointer)),
  )
  const flip = (key: string): void => {
    const next = new Set(chosen)
    if (!next.delete(key)) next.add(key)
    onChoose(next)
  }
  return (
    <section className="stack">
      <div className="found-head">
        <h2>{words.found(keys.length, uses.length)}</h2>
        <div className="button-row">
          <button
            type="button"
            className="btn"
            onClick={() => onChoose(new Set(keys))}
          >
            {words.all}
          </button>
          <button
            type="button"
            className="btn"
            onClick={() => onChoose(new Set())}
          >
            {words.none}
          </button>
        </div>
      </div>
      {uses.map((use) => (
        <UseCard key={use.bulletinId} use={use} chosen={chosen} flip={flip} />
      ))}
    </section>
  )
}

function UseCard(props: {
  use: BulletinUse
  chosen: Chosen
  flip: (key: string) => void
}) {
  const { use, chosen, flip } = props
  const { copy, language } = useWords()
  const bulletin = useQuery(bulletinQuery(use.bulletinId))
  const templates = useQuery(templatesQuery)
  const template = templates.data?.find(
    ({ id }) => id === bulletin.data?.templateId,
  )
  return (
    <fieldset className="card pad found-use">
      <legend className="visually-hidden">{use.title}</legend>
      <p>
        <b>{use.title}</b> <span className="muted">{use.ownerAreaName}</span>
      </p>
      {use.hits.map((hit) => {
        const key = placeKey(use, hit.pointer)
        return (
          <label key={key} className="found-place">
            <input
              type="checkbox"
              checked={chosen.has(key)}
              onChange={() => flip(key)}
            />
            <span>
              <small>
                {fieldLabel(hit.pointer, template, { copy, language })}
                {!hit.exact && (
                  <span className="tag tag-warn">
                    {copy.corrections.otherAccents}
                  </span>
                )}
              </small>
              <Hits text={hit.text} found={hit.found} />
            </span>
          </label>
        )
      })}
    </fieldset>
  )
}

/** The text with what was found in it marked. */
function Hits({ text, found }: { text: string; found: readonly string[] }) {
  const pieces: { text: string; hit: boolean }[] = []
  let rest = text
  for (const words of found) {
    const at = rest.indexOf(words)
    if (at < 0) continue
    pieces.push({ text: rest.slice(0, at), hit: false })
    pieces.push({ text: words, hit: true })
    rest = rest.slice(at + words.length)
  }
  pieces.push({ text: rest, hit: false })
  return (
    <span className="as-typed">
      {pieces.map((piece, index) =>
        piece.hit ? (
          <mark key={index}>{piece.text}</mark>
        ) : (
          <span key={index}>{piece.text}</span>
        ),
      )}
    </span>
  )
}
