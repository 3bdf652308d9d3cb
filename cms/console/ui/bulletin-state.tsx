import type { BulletinState } from '../../../shared/contract/api/bulletins.js'
import type { Category } from '../../../shared/contract/template.js'
import { Icon, type IconName } from './icon.js'
import { useCopy } from './language.js'
import { Tag, type Tone } from './tag.js'

const LOOK: Record<BulletinState, { tone: Tone; icon: IconName }> = {
  draft: { tone: 'off', icon: 'bulletin' },
  submitted: { tone: 'info', icon: 'clock' },
  returned: { tone: 'warn', icon: 'undo' },
  waiting: { tone: 'info', icon: 'clock' },
  live: { tone: 'ok', icon: 'check' },
  withdrawn: { tone: 'off', icon: 'cross' },
  ended: { tone: 'off', icon: 'clock' },
}

/** The state of a bulletin by colour, icon and word. */
export function BulletinStateTag({ state }: { state: BulletinState }) {
  const copy = useCopy()
  const look = LOOK[state]
  return (
    <Tag tone={look.tone} icon={look.icon}>
      {copy.bulletins.states[state]}
    </Tag>
  )
}

const CATEGORY_ICON: Record<Category, IconName> = {
  election: 'election',
  party: 'party',
  economy: 'economy',
  notice: 'bulletin',
  reception: 'reception',
  health: 'health',
  utilities: 'utilities',
  culture: 'culture',
  disaster: 'urgent',
}

/** The square mark of a category: its colour and its icon. */
export function CategoryMark({ category }: { category: Category }) {
  return (
    <span className="category-mark" data-category={category}>
      <Icon name={CATEGORY_ICON[category]} size={22} />
    </span>
  )
}
