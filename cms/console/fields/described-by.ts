import type { WidgetProps } from '@rjsf/utils'

/** Ids of the help and the error that stand beside a field, for its input. */
export function describedBy(
  props: Pick<WidgetProps, 'id' | 'rawErrors' | 'schema'>,
): string {
  const ids = props.schema.description ? [`${props.id}-help`] : []
  if ((props.rawErrors ?? []).length > 0) ids.push(`${props.id}-error`)
  return ids.join(' ')
}
