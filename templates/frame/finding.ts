/** A fault of a laid-out slide that a person in front of it would meet. */
export type Finding = {
  /**
   * CLIP: text cut by the box around it. OVER: text or box outside its room.
   * FLOOR: text under 32 px. SAFE: text in the margin that a TV may cut.
   * CONTRAST: text under 4.5:1 on its plain ground.
   */
  kind: 'CLIP' | 'OVER' | 'FLOOR' | 'SAFE' | 'CONTRAST'
  /** Where, as a CSS path from the nearest id or the body. */
  selector: string
  /** The first words of it. */
  text: string
  /** What was measured and what was allowed, in canvas px or as a ratio. */
  measured: number
  allowed: number
}

const TEXT_LENGTH = 60

/** Names an element and quotes it, so that an author finds it. */
export function finding(
  kind: Finding['kind'],
  element: Element,
  numbers: { measured: number; allowed: number },
): Finding {
  return {
    kind,
    selector: selectorOf(element),
    text: (element.textContent ?? '')
      .replace(/\s+/g, ' ')
      .trim()
      .slice(0, TEXT_LENGTH),
    measured: Math.round(numbers.measured * 10) / 10,
    allowed: numbers.allowed,
  }
}

function selectorOf(element: Element): string {
  const parts: string[] = []
  let at: Element | null = element
  while (at && at.localName !== 'body' && parts.length < 5) {
    const name = at.classList[0]
      ? `${at.localName}.${at.classList[0]}`
      : at.localName
    const twins: Element[] = Array.from(
      at.parentElement?.children ?? [],
    ).filter((other) => other.localName === at?.localName)
    const place =
      twins.length > 1 ? `:nth-of-type(${twins.indexOf(at) + 1})` : ''
    parts.unshift(at.id ? `#${at.id}` : name + place)
    if (at.id) break
    at = at.parentElement
  }
  return parts.join(' > ')
}
