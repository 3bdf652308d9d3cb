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

/** A packaged app keeps its things where the system wants them. */
export function withDataFolder(
  args: readonly string[],
  folder: string | null,
): string[] {
  const given = args.some((arg) => /^--data(=|$)/.test(arg))
  return folder === null || given ? [...args] : [...args, '--data', folder]
}
