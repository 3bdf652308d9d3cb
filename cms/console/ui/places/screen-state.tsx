import type { ScreenHealth } from '../../../../shared/contract/api/screens.js'
import type { IconName } from '../icon.js'
import { useCopy } from '../language.js'
import { Tag, type Tone } from '../tag.js'

const LOOK: Record<ScreenHealth, { tone: Tone; icon: IconName }> = {
  revoked: { tone: 'off', icon: 'cross' },
  offline: { tone: 'bad', icon: 'offline' },
  stage_dead: { tone: 'bad', icon: 'power' },
  refusing: { tone: 'bad', icon: 'shield' },
  syncing: { tone: 'info', icon: 'sync' },
  outdated: { tone: 'warn', icon: 'clock' },
  ok: { tone: 'ok', icon: 'check' },
}

/** The health of a screen by colour, icon and word. */
export function ScreenStateTag({ health }: { health: ScreenHealth }) {
  const copy = useCopy()
  const look = LOOK[health]
  return (
    <Tag tone={look.tone} icon={look.icon}>
      {copy.screens.health[health]}
    </Tag>
  )
}
