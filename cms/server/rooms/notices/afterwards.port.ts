/**
 * Work that goes on after the answer, `delayMs` later. When the CMS stops it
 * is done at once and waited for.
 */
export type Afterwards = (work: () => Promise<void>, delayMs?: number) => void
