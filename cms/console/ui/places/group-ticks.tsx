import { Checkbox } from '@mantine/core'
import type { Audience } from '../../../../shared/contract/api/bulletins.js'
import type { GroupView } from '../../../../shared/contract/api/groups.js'
import { foldVietnamese } from '../../../../shared/text/fold.js'
import { useCopy } from '../language.js'
import { toggleGroup } from './audience.rules.js'

/** Groups across the tree, to tick beside areas; those chosen always stay. */
export function GroupTicks(props: {
  groups: readonly GroupView[]
  value: Audience
  search: string
  onChange: (audience: Audience) => void
}) {
  const { places: words } = useCopy()
  const { value, onChange } = props
  const chosen = value.groupIds ?? []
  const wanted = foldVietnamese(props.search.trim())
  const shown = props.groups.filter(
    ({ id, name }) =>
      chosen.includes(id) || foldVietnamese(name).includes(wanted),
  )
  if (shown.length === 0) return null
  return (
    <fieldset className="group-ticks">
      <legend>{words.inPicker}</legend>
      <p className="muted">{words.inPickerNote}</p>
      {shown.map(({ id, name, screenCount }) => (
        <Checkbox
          key={id}
          label={`${name} (${screenCount})`}
          checked={chosen.includes(id)}
          onChange={() => onChange(toggleGroup(value, id))}
        />
      ))}
    </fieldset>
  )
}
