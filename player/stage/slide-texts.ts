const MOST_KEPT = 24

/**
 * Reads rendered documents from the core by hash and keeps the last few: a
 * loop shows the same ones again and again, and the core may be restarting.
 */
export function createSlideTexts(
  filesUrl: string,
): (sha256: string, signal: AbortSignal) => Promise<string> {
  const kept = new Map<string, string>()
  return async (sha256, signal) => {
    const known = kept.get(sha256)
    if (known !== undefined) {
      kept.delete(sha256)
      kept.set(sha256, known)
      return known
    }
    const answer = await fetch(`${filesUrl}/${sha256}`, { signal })
    if (!answer.ok) throw new Error(`file ${sha256} answered ${answer.status}`)
    const text = await answer.text()
    kept.set(sha256, text)
    const oldest = kept.keys().next()
    if (kept.size > MOST_KEPT && !oldest.done) kept.delete(oldest.value)
    return text
  }
}
