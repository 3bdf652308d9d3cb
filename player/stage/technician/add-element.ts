/** A new element at the end of its parent. Text only: nothing is markup. */
export function addElement<K extends keyof HTMLElementTagNameMap>(
  parent: HTMLElement,
  tag: K,
  { className = '', text = '' } = {},
): HTMLElementTagNameMap[K] {
  const element = parent.ownerDocument.createElement(tag)
  if (className) element.className = className
  if (text) element.textContent = text
  parent.append(element)
  return element
}
