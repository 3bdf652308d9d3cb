import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { proxyFor } from '../proxy.js'

export const SHELLS = ['electron', 'chromium', 'none'] as const
export type Shell = (typeof SHELLS)[number]

export type PlayerConfig = {
  /** Address of the CMS, without a slash at the end; null: not said. */
  cmsUrl: string | null
  shell: Shell
  /** 0: any free port. */
  port: number
  /** Folder of everything this player keeps. */
  dataFolder: string
  logLevel: string
  /** X display of the window; null: the environment's own. */
  display: string | null
  /** From HTTPS_PROXY, HTTP_PROXY and NO_PROXY, for an address. */
  proxyFor(address: string): string | null
  /** Most that downloads may take of the line by day; null: no limit. */
  bytesPerSecond: number | null
}

const cmsSchema = z
  .url({ protocol: /^https?$/, error: 'must be an http(s) address' })
  .transform((url) => url.replace(/\/+$/, ''))
const portSchema = z.coerce
  .number({ error: 'must be a port number, 0–65535' })
  .int()
  .min(0)
  .max(65_535)
const kilobitSchema = z.coerce
  .number({ error: 'must be kilobits a second, 64 or more' })
  .int()
  .refine((value) => value === 0 || value >= 64, {
    error: 'must be kilobits a second, 64 or more',
  })
const kilobits = (value: number) => (value > 0 ? (value * 1000) / 8 : null)
const levelSchema = z.enum([
  'trace',
  'debug',
  'info',
  'warn',
  'error',
  'fatal',
  'silent',
])

type Problem = { name: string; problem: string }
export type Parsed =
  { ok: true; config: PlayerConfig } | { ok: false; problems: Problem[] }

/**
 * What the command line and the environment ask for; flags win. Every problem
 * at once, each with the name of what is wrong.
 */
export function parseConfig(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): Parsed {
  const flags = readFlags(args)
  if (!flags.ok) return { ok: false, problems: [flags.problem] }
  const { values } = flags
  const problems: Problem[] = []
  const take = <T>(name: string, schema: z.ZodType<T>, value: unknown): T => {
    const parsed = schema.safeParse(value)
    if (parsed.success) return parsed.data
    const problem = parsed.error.issues[0]?.message ?? 'not valid'
    problems.push({ name, problem: `${problem} (is: ${String(value)})` })
    return undefined as T
  }
  const config: PlayerConfig = {
    cmsUrl: values.cms ? take('--cms', cmsSchema, values.cms) : null,
    shell: take('--shell', z.enum(SHELLS), values.shell ?? 'none'),
    port: take(
      values.port === undefined ? 'BANGTIN_SCREEN_PORT' : '--port',
      portSchema,
      values.port ?? (env['BANGTIN_SCREEN_PORT'] || 8090),
    ),
    dataFolder: resolve(
      values.data ?? (env['BANGTIN_DATA'] || './data'),
      'player',
    ),
    logLevel: take('BANGTIN_LOG', levelSchema, env['BANGTIN_LOG'] || 'info'),
    display: values.display ?? env['DISPLAY'] ?? null,
    proxyFor: (address) => proxyFor(address, env),
    bytesPerSecond: kilobits(
      take('BANGTIN_BANDWIDTH', kilobitSchema, env['BANGTIN_BANDWIDTH'] || 0),
    ),
  }
  if (problems.length > 0) return { ok: false, problems }
  return { ok: true, config }
}

function readFlags(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: {
        cms: { type: 'string' },
        shell: { type: 'string' },
        port: { type: 'string' },
        data: { type: 'string' },
        display: { type: 'string' },
      },
    })
    return { ok: true as const, values }
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error)
    return { ok: false as const, problem: { name: 'arguments', problem } }
  }
}
