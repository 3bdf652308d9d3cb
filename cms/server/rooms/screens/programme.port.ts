/** What a screen plays, as far as the rooms before it need to know. */
export type ProgrammeKeeper = {
  /**
   * Seals anew what changed for these screens and then tells them to pull.
   * Never rejects: what fails now is found again when a screen next asks.
   */
  refresh(screenIds: readonly string[]): Promise<void>
}

/**
 * Marks, inside the transaction of an act, that programmes may have changed,
 * so that a manifest built before is never served after.
 */
export type TouchProgramme = () => Promise<void>
