/**
 * Asks again until the condition holds. Throws when it has not within
 * `timeoutMs`; a test waits for what it needs, never for luck.
 */
export async function waitFor(
  condition: () => Promise<boolean> | boolean,
  timeoutMs = 30_000,
): Promise<void> {
  const until = Date.now() + timeoutMs
  for (;;) {
    if (await condition()) return
    if (Date.now() > until) {
      throw new Error(`not so within ${timeoutMs} ms: ${condition.toString()}`)
    }
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}
