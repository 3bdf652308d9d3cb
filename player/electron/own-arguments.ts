/** Switches of Chromium and Electron that may stand among ours. */
const THEIRS = /^--(no-sandbox|inspect|remote-debugging|enable-|disable-)/

/**
 * The arguments meant for the player: without the program, without the script
 * when run from the sources, and without Chromium's own switches.
 */
export function ownArguments(
  argv: readonly string[],
  isPackaged: boolean,
): string[] {
  return argv.slice(isPackaged ? 1 : 2).filter((arg) => !THEIRS.test(arg))
}
