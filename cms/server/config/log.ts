import { pino } from 'pino'
import pretty from 'pino-pretty'
import type { Log } from '../../../shared/kernel/log.js'
import type { Config } from './config.js'

/** What never gets into a log line, wherever it sits in the fields. */
export const REDACTED = [
  'password',
  'token',
  'secret',
  'authorization',
  'cookie',
  'assertion',
].flatMap((name) => [name, `*.${name}`, `*.*.${name}`])

/**
 * JSON lines on standard output; readable ones on a terminal. `flush` returns
 * when everything said has been handed to the operating system.
 */
export function createLog(
  config: Pick<Config, 'logLevel'>,
  out: { isTTY?: boolean; fd: number } = process.stdout,
): { log: Log; flush(): void } {
  const options = {
    level: config.logLevel,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
    redact: { paths: REDACTED, censor: '[redacted]' },
  }
  const destination = out.isTTY
    ? pretty({ sync: true, translateTime: 'SYS:HH:MM:ss' })
    : pino.destination({ fd: out.fd, sync: true })
  const log = pino(options, destination)
  return { log, flush: () => log.flush() }
}
