// The shapes that slides really cut a picture to, drawn with the slides' own
// rule, so that nobody has to guess who loses their head.
import type { CSSProperties } from 'react'
import { cutStyle } from '../../../../templates/engine/functions/cut-style.js'
import { fileAddress } from '../../api/media-queries.js'
import { useCopy } from '../../ui/language.js'
import type { Cut } from '../../ui/media/cut.rules.js'

/** Width and height as the templates' sheets have them, and the glass. */
const SHAPES = [
  { key: 'wide', ratio: 16 / 9, side: 'l' },
  { key: 'portrait', ratio: 426 / 546, side: 'l' },
  { key: 'row', ratio: 96 / 118, side: 'l' },
  { key: 'tall', ratio: 4 / 5, side: 'p' },
  { key: 'square', ratio: 1, side: 'p' },
] as const

export function CutShapes({
  picture,
  cut,
}: {
  picture: { sha256: string }
  cut: Cut
}) {
  const { media: words } = useCopy()
  const style = Object.fromEntries(
    cutStyle(cut)
      .split(';')
      .map((one) => one.split(/:(.+)/).slice(0, 2)),
  ) as CSSProperties
  return (
    <figure className="cut-shapes">
      <figcaption>{words.shapesTitle}</figcaption>
      <ul style={style}>
        {SHAPES.map(({ key, ratio, side }) => (
          <li key={key}>
            <img
              className={`cut-shape cut-${side}`}
              src={fileAddress(picture.sha256)}
              alt=""
              style={{ aspectRatio: ratio }}
            />
            <span>{words.shapes[key]}</span>
          </li>
        ))}
      </ul>
    </figure>
  )
}
