import type { TemplateView } from '../../../shared/contract/template.js'
import { keysOf } from '../../../shared/text/revision-changes.js'
import type { Copy } from '../copy/vi.js'

type Node = Record<string, unknown>

/**
 * What a place of a revision is called: "Tên các điểm › 2 › Địa chỉ". A place
 * the template does not name keeps its own key.
 */
export function fieldLabel(
  pointer: string,
  template: Pick<TemplateView, 'fields'> | undefined,
  words: { copy: Copy; language: 'vi' | 'en' },
): string {
  const [first = '', , ...keys] = keysOf(pointer)
  if (first !== 'fields') {
    const known = words.copy.approvals.places[`/${first}`]
    return known ?? first
  }
  let node: Node | undefined = template?.fields
  const names = keys.map((key) => {
    if (/^\d+$/.test(key)) {
      node = child(node, 'items')
      return String(Number(key) + 1)
    }
    node = child(child(node, 'properties'), key)
    const english = child(node, 'x-en')?.['title']
    const title = words.language === 'en' ? english : node?.['title']
    return typeof title === 'string' ? title : key
  })
  return names.join(' › ')
}

function child(node: Node | undefined, key: string): Node | undefined {
  const inner = node?.[key]
  return inner !== null && typeof inner === 'object'
    ? (inner as Node)
    : undefined
}
