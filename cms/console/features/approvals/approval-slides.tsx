import { useState } from 'react'
import type { ApprovalView } from '../../../../shared/contract/api/approvals.js'
import { useCopy } from '../../ui/language.js'
import { SealedSlide } from '../../ui/sealed-slide.js'

/** The sealed documents themselves, beside those on the screens now. */
export function ApprovalSlides(props: {
  approval: ApprovalView
  title: string
}) {
  const { approval } = props
  const copy = useCopy()
  const words = copy.approvals
  const [side, setSide] = useState<'next' | 'live' | 'both'>('next')
  const [language, setLanguage] = useState(approval.slides[0]?.language ?? 'vi')
  const { live } = approval
  const nextShown = { name: words.next, ...approval }
  const liveShown = live && { name: words.live, ...live }
  const shown = [
    ...(liveShown && side !== 'next' ? [liveShown] : []),
    ...(side !== 'live' || !live ? [nextShown] : []),
  ]
  return (
    <div className="stack">
      <div className="slide-tools">
        {approval.live && (
          <div className="segments" role="group" aria-label={words.side}>
            {(['next', 'live', 'both'] as const).map((one) => (
              <button
                key={one}
                type="button"
                aria-pressed={one === side}
                onClick={() => setSide(one)}
              >
                {words[one]}
              </button>
            ))}
          </div>
        )}
        {approval.slides.length > 1 && (
          <div className="segments" role="group" aria-label={words.language}>
            {approval.slides.map((one) => (
              <button
                key={one.language}
                type="button"
                aria-pressed={one.language === language}
                onClick={() => setLanguage(one.language)}
              >
                {copy.shell.languages[one.language]}
              </button>
            ))}
          </div>
        )}
      </div>
      <div className={shown.length > 1 ? 'two-slides' : undefined}>
        {shown.map(({ name, slides, frame }) => {
          const slide =
            slides.find((one) => one.language === language) ?? slides[0]
          return (
            slide && (
              <section key={name} className="stack" aria-label={name}>
                {shown.length > 1 && <h2>{name}</h2>}
                <SealedSlide
                  key={slide.sha256}
                  title={`${props.title}, ${name}`}
                  sha256={slide.sha256}
                  furniture={frame === 'full' ? null : approval.furniture}
                  frame={frame}
                />
                <p className="muted">
                  {name === words.next && `${words.seen}. `}
                  {copy.bulletins.slot(slide.slotSeconds)}
                </p>
              </section>
            )
          )
        })}
      </div>
    </div>
  )
}
