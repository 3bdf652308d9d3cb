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
  const [side, setSide] = useState<'next' | 'live'>('next')
  const [language, setLanguage] = useState(approval.slides[0]?.language ?? 'vi')
  const shown = side === 'live' && approval.live ? approval.live : approval
  const slide =
    shown.slides.find((one) => one.language === language) ?? shown.slides[0]
  return (
    <div className="stack">
      <div className="slide-tools">
        {approval.live && (
          <div className="segments" role="group" aria-label={words.side}>
            {(['next', 'live'] as const).map((one) => (
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
      {slide && (
        <SealedSlide
          key={slide.sha256}
          title={props.title}
          sha256={slide.sha256}
          furniture={shown.frame === 'full' ? null : approval.furniture}
          frame={shown.frame}
        />
      )}
      {slide && (
        <p className="muted">
          {words.seen}. {copy.bulletins.slot(slide.slotSeconds)}
        </p>
      )}
    </div>
  )
}
