/** The only place of the player that reads the environment. */
export function readEnv(): NodeJS.ProcessEnv {
  return process.env
}
