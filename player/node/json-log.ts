import pino from 'pino'
import type { Log } from '../../shared/kernel/log.js'

/** What must never stand in a log, wherever it was put. */
const SECRET = ['privateKey', '*.privateKey', 'assertion', 'token']

/** JSON lines on standard output; readable ones when that is a terminal. */
export async function openLog(level: string): Promise<{ log: Log }> {
  const options = { level, redact: SECRET }
  // Wrapped: pino answers every property, a promise would take it for one.
  if (!process.stdout.isTTY) return { log: pino(options) as unknown as Log }
  const { default: pretty } = await import('pino-pretty')
  const log = pino(options, pretty({ colorize: true }))
  return { log: log as unknown as Log }
}
