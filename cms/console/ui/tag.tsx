import { Icon, type IconName } from './icon.js'

export type Tone = 'ok' | 'warn' | 'bad' | 'info' | 'off' | 'drill'

/** A state said by colour, icon and word together. */
export function Tag({
  tone,
  icon,
  children,
}: {
  tone: Tone
  icon: IconName
  children: string
}) {
  return (
    <span className={`tag tag-${tone}`}>
      <Icon name={icon} size={15} />
      {children}
    </span>
  )
}
