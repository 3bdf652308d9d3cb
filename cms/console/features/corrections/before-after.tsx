// One bulletin of a correction: what changes in words, and both slides.
import { Link } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { CorrectionItemView } from '../../../../shared/contract/api/corrections.js'
import { bulletinQuery, templatesQuery } from '../../api/queries.js'
import { fieldLabel } from '../../ui/field-label.js'
import { useWords } from '../../ui/language.js'
import { PartValue } from '../../ui/part-value.js'
import { SealedSlide } from '../../ui/sealed-slide.js'

export function BeforeAfter({ item }: { item: CorrectionItemView }) {
  const { copy, language } = useWords()
  const words = copy.corrections
  const [spoken, setSpoken] = useState(item.slides[0]?.language ?? 'vi')
  const bulletin = useQuery(bulletinQuery(item.bulletinId))
  const templates = useQuery(templatesQuery)
  const template = templates.data?.find(
    ({ id }) => id === bulletin.data?.templateId,
  )
  const sides = [
    { name: words.before, slides: item.live },
    { name: words.after, slides: item.slides },
  ]
  return (
    <article className="card pad stack before-after">
      <header>
        <h3>
          <Link to="/ban-tin/$id" params={{ id: item.bulletinId }}>
            {item.title}
          </Link>
        </h3>
        <p className="muted">
          {item.ownerAreaName}, {words.onScreens(item.screens)}
        </p>
      </header>
      <ul className="word-changes">
        {item.changes.map(({ pointer, before, after }) => (
          <li key={pointer}>
            <small>{fieldLabel(pointer, template, { copy, language })}</small>
            <PartValue
              pointer={textPointer(pointer)}
              template={template}
              value={before ?? ''}
              other={after ?? ''}
              as="before"
            />
            <PartValue
              pointer={textPointer(pointer)}
              template={template}
              value={after ?? ''}
              other={before ?? ''}
              as="after"
            />
          </li>
        ))}
      </ul>
      {item.slides.length > 1 && (
        <div
          className="segments"
          role="group"
          aria-label={copy.approvals.language}
        >
          {item.slides.map((one) => (
            <button
              key={one.language}
              type="button"
              aria-pressed={one.language === spoken}
              onClick={() => setSpoken(one.language)}
            >
              {copy.shell.languages[one.language]}
            </button>
          ))}
        </div>
      )}
      <div className="two-slides">
        {sides.map(({ name, slides }) => {
          const slide =
            slides.find((one) => one.language === spoken) ?? slides[0]
          return (
            slide && (
              <section key={name} className="stack">
                <h4>{name}</h4>
                <SealedSlide
                  title={`${item.title}, ${name}`}
                  sha256={slide.sha256}
                  furniture={item.furniture}
                  frame={item.frame}
                />
              </section>
            )
          )
        })}
      </div>
    </article>
  )
}

/** Any corrected place is a text: shown with its words marked. */
function textPointer(pointer: string): string {
  return pointer.startsWith('/fields/') ? pointer : `/fields/vi${pointer}`
}
