/** The process's environment, as it is. The only reader of it in the house. */
export function readEnvironment(): Record<string, string | undefined> {
  return process.env
}
