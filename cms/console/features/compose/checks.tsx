// What the measured slide means for somebody standing in front of it.
import type { PreviewView } from '../../../../shared/contract/api/bulletins.js'
import { GOOD_SYLLABLES_PER_PAGE } from '../../../../shared/text/reading-time.js'
import type { Finding } from '../../../../templates/frame/finding.js'
import { Icon, type IconName } from '../../ui/icon.js'
import { useCopy } from '../../ui/language.js'

type ChecksProps = {
  drawn: Pick<PreviewView, 'slotSeconds' | 'syllables'>
  pages: number
  findings: readonly Finding[]
}

export function Checks({ drawn, pages, findings }: ChecksProps) {
  const copy = useCopy()
  const words = copy.compose
  const of = (...kinds: Finding['kind'][]): Finding[] =>
    findings.filter((one) => kinds.includes(one.kind))
  const cut = of('CLIP', 'OVER')
  const small = of('FLOOR')
  const pale = of('CONTRAST')
  const heavy = drawn.syllables / pages > GOOD_SYLLABLES_PER_PAGE
  return (
    <dl className="checks">
      <Check
        good={cut.length === 0}
        title={cut.length === 0 ? words.fits(pages) : words.cut}
        detail={quotes(cut) || words.fitsDetail}
      />
      <Check
        good={small.length + pale.length === 0}
        title={
          small.length + pale.length === 0 ? words.readable : words.hardToRead
        }
        detail={quotes([...small, ...pale]) || words.readableDetail}
      />
      <Check
        good
        icon="clock"
        title={copy.bulletins.slot(drawn.slotSeconds)}
        detail={words.slotDetail(drawn.syllables)}
      />
      <Check
        good={!heavy}
        title={heavy ? words.heavy : words.light}
        detail={words.lightDetail(Math.ceil(drawn.syllables / pages))}
      />
    </dl>
  )
}

function Check(props: {
  good: boolean
  title: string
  detail: string
  icon?: IconName
}) {
  const icon = props.icon ?? (props.good ? 'check' : 'urgent')
  return (
    <div className={props.good ? 'check-good' : 'check-warn'}>
      <Icon name={icon} />
      <dt>{props.title}</dt>
      <dd>{props.detail}</dd>
    </div>
  )
}

/** The words in question, quoted, three at most. */
function quotes(findings: readonly Finding[]): string {
  const texts = [...new Set(findings.map((one) => one.text).filter(Boolean))]
  return texts
    .slice(0, 3)
    .map((text) => `“${text}”`)
    .join(', ')
}
