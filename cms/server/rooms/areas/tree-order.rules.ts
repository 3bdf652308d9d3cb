type Node = { id: string; parentId: string | null; name: string }

/** Vietnamese order, and "Thôn 2" before "Thôn 10". */
const BY_NAME = new Intl.Collator('vi', { numeric: true })

/** Parents before children, siblings by name. */
export function inTreeOrder<T extends Node>(areas: readonly T[]): T[] {
  const children = new Map<string | null, T[]>()
  for (const area of areas) {
    const siblings = children.get(area.parentId)
    if (siblings === undefined) children.set(area.parentId, [area])
    else siblings.push(area)
  }
  const ordered: T[] = []
  const visit = (parentId: string | null): void => {
    const siblings = children.get(parentId) ?? []
    for (const area of siblings.sort((a, b) =>
      BY_NAME.compare(a.name, b.name),
    )) {
      ordered.push(area)
      visit(area.id)
    }
  }
  visit(null)
  return ordered
}
