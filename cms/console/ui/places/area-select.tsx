// One area out of the tree, found by typing with or without accents.
import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { foldVietnamese } from '../../../../shared/text/fold.js'
import { areasQuery } from '../../api/queries.js'

/** `tops`: only these areas and what is below them. */
export function AreaSelect(props: {
  label?: string
  ariaLabel?: string
  placeholder?: string
  hint?: string
  tops: readonly string[]
  value: string | null
  error?: string | null
  onChange: (areaId: string | null) => void
}) {
  const areas = useQuery(areasQuery).data ?? []
  const parents = new Map(areas.map(({ id, parentId }) => [id, parentId]))
  const depthOf = (id: string): number => {
    let depth = 0
    for (let up = parents.get(id); up; up = parents.get(up)) depth += 1
    return depth
  }
  const isWithin = (id: string): boolean => {
    for (let up: string | null | undefined = id; up; up = parents.get(up))
      if (props.tops.includes(up)) return true
    return false
  }
  return (
    <Select
      label={props.label}
      aria-label={props.ariaLabel}
      placeholder={props.placeholder}
      clearable={props.placeholder !== undefined}
      description={props.hint}
      searchable
      nothingFoundMessage="–"
      value={props.value}
      error={props.error}
      data={areas
        .filter(({ id }) => isWithin(id))
        .map(({ id, name }) => ({
          value: id,
          label: `${'\u2003'.repeat(depthOf(id))}${name}`,
        }))}
      filter={({ options, search }) =>
        options.filter(
          (option) =>
            'label' in option &&
            foldVietnamese(option.label).includes(foldVietnamese(search)),
        )
      }
      onChange={props.onChange}
    />
  )
}
