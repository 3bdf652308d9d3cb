import pino from 'pino'
import type { Log } from '../../shared/kernel/log.js'
import type { LogKeeper } from './technician/log-keeper.js'

/** What must never stand in a log, wherever it was put. */
const SECRET = ['privateKey', '*.privateKey', 'assertion', 'token']

/**
 * JSON lines on standard output, readable ones when that is a terminal, and
 * the same lines to whoever keeps them for a technician.
 */
export async function openLog(
  level: string,
  keeper: LogKeeper,
): Promise<{ log: Log }> {
  const options = { level, redact: SECRET }
  // Wrapped: pino answers every property, a promise would take it for one.
  const { default: pretty } = process.stdout.isTTY
    ? await import('pino-pretty')
    : { default: null }
  const glass = pretty ? pretty({ colorize: true }) : process.stdout
  // 0: each of them hears all that the log's own level lets through.
  const log = pino(
    options,
    pino.multistream([
      { level: 0, stream: glass },
      { level: 0, stream: keeper },
    ] as Parameters<typeof pino.multistream>[0]),
  )
  return { log: log as unknown as Log }
}
