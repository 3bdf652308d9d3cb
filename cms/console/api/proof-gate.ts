// Grave acts ask who it is. Whoever shows the dialog registers here; a call
// that was refused for want of a proof waits for it and is made once more.

type Ask = () => Promise<boolean>

let ask: Ask | null = null
let asking: Promise<boolean> | null = null

/** Registers what asks the person; returns how to take it away again. */
export function openProofGate(next: Ask): () => void {
  ask = next
  return () => {
    if (ask === next) ask = null
  }
}

/**
 * Asks the person to prove who it is. True when they did; several callers at
 * once share one question. False when they would not, or nobody can be asked.
 */
export function proveNow(): Promise<boolean> {
  if (ask === null) return Promise.resolve(false)
  asking ??= ask().finally(() => {
    asking = null
  })
  return asking
}
