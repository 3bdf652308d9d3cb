/**
 * `admin audit …`: reads the audit in the database itself, with or without a
 * CMS running, because who proves the chain must not have to trust the program
 * that wrote it. Nothing here changes anything.
 */
import { access, open, readFile, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { publicJwkSchema } from '../../../shared/contract/primitives.js'
import { silentLog } from '../../../shared/kernel/log.js'
import type { Config } from '../config/config.js'
import { openDatabase, type Database } from '../db/database.js'
import { areaRepository } from '../rooms/areas/area.repository.js'
import { auditRepository } from '../rooms/audit/audit.repository.js'
import { auditAsCsv, auditAsJson } from '../rooms/audit/list-audit.js'
import { createOpenCheckpoint } from '../rooms/audit/checkpoint-seals.js'
import { checkpointRepository } from '../rooms/audit/checkpoint.repository.js'
import { verifyChain } from '../rooms/audit/verify-chain.js'
import { keyringRepository } from '../rooms/publishing/keyring.repository.js'
import type { Options } from './command.js'
import { AdminError } from './operator-client.js'
import type { PlainKey, Words } from './words.js'

type LocalContext = {
  config: Pick<Config, 'databaseUrl' | 'dataFolder'>
  words: Words
  say: (line: string) => void
}

/** A command that opens the database instead of asking the CMS. */
export type LocalCommand = {
  help: PlainKey
  usage?: PlainKey
  options: readonly string[]
  run(context: LocalContext, options: Options): Promise<void>
}

export const AUDIT_COMMANDS = {
  'audit verify': {
    help: 'help.audit-verify',
    options: [],
    run: (context) => reading(context, (database) => verify(context, database)),
  },
  'audit export': {
    help: 'help.audit-export',
    usage: 'options.audit-export',
    options: ['to', 'from', 'until', 'act'],
    run: (context, options) =>
      reading(context, (database) => exportTo(context, database, options)),
  },
} as const satisfies Record<string, LocalCommand>

async function verify(
  { config, words, say }: LocalContext,
  { db }: Database,
): Promise<void> {
  const path = join(config.dataFolder, 'keys', 'root.jwk')
  const rootKey = await readPublicKey(path)
  const verdict = await verifyChain({
    audit: auditRepository(db),
    checkpoints: checkpointRepository(db),
    openCheckpoint:
      rootKey &&
      createOpenCheckpoint({
        rootKey,
        listKeyrings: keyringRepository(db).listSealed,
      }),
  })
  if (!verdict.ok) {
    const reason = words.fill(`broken.${verdict.reason}`)
    throw new AdminError(
      words.fill('auditBroken', { line: verdict.brokenAt, reason }),
    )
  }
  const { lines, from, sealedUpTo, checkpoints } = verdict
  say(words.fill('auditProved', { lines, from }))
  if (from > 1) say(words.fill('auditCut', { from }))
  if (rootKey === null) say(words.fill('auditNoKey', { path }))
  else if (checkpoints === 0) say(words.fill('auditUnsealed'))
  else
    say(words.fill('auditSealed', { number: sealedUpTo, count: checkpoints }))
}

async function exportTo(
  { words, say }: LocalContext,
  { db }: Database,
  options: Options,
): Promise<void> {
  const to = options['to']?.[0]
  if (to === undefined)
    throw new AdminError(words.fill('optionMissing', { name: 'to' }))
  const [, format] = /\.(csv|json)$/.exec(to) ?? []
  if (format === undefined) throw new AdminError(words.fill('auditFileKind'))
  const filter = {
    areaIds: null,
    act: options['act']?.[0],
    from: instantOf(words, options, 'from'),
    until: instantOf(words, options, 'until'),
  }
  const counted = { lines: 0 }
  const audit = auditRepository(db)
  const deps = {
    areas: areaRepository(db),
    audit: {
      list: async (...asked: Parameters<typeof audit.list>) => {
        const lines = await audit.list(...asked)
        counted.lines += lines.length
        return lines
      },
    },
  }
  const pieces =
    format === 'csv' ? auditAsCsv(deps, filter) : auditAsJson(deps, filter)
  const path = resolve(to)
  await writeNew(path, pieces, words)
  say(words.fill('auditExported', { lines: counted.lines, path }))
}

/** Never over a file that is there, and never half of one. */
async function writeNew(
  path: string,
  pieces: AsyncIterable<string>,
  words: Words,
): Promise<void> {
  const file = await open(path, 'wx', 0o600).catch((error: unknown) => {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST')
      throw new AdminError(words.fill('auditFileThere', { path }))
    throw error
  })
  try {
    for await (const piece of pieces) await file.appendFile(piece)
    await file.sync()
    await file.close()
  } catch (error) {
    await file.close().catch(() => {
      // It was closed: what went wrong is told below.
    })
    await rm(path, { force: true })
    throw error
  }
}

async function reading(
  { config, words }: LocalContext,
  work: (database: Database) => Promise<void>,
): Promise<void> {
  const path = join(config.dataFolder, 'bangtin.db')
  if (config.databaseUrl === null)
    // Opening would make an empty one.
    await access(path).catch(() => {
      throw new AdminError(words.fill('auditNone', { path }))
    })
  const database = await openDatabase(config, silentLog)
  try {
    await work(database)
  } catch (error) {
    if (!/no such (table|column)|does not exist/.test(String(error)))
      throw error
    throw new AdminError(
      words.fill('auditUnread'),
      words.fill('cause', { reason: String(error) }),
    )
  } finally {
    await database.close()
  }
}

/** Only the public half; null: it is kept elsewhere. */
async function readPublicKey(path: string) {
  const text = await readFile(path, 'utf8').catch(() => null)
  return text === null ? null : publicJwkSchema.parse(JSON.parse(text))
}

function instantOf(
  words: Words,
  options: Options,
  name: 'from' | 'until',
): string | undefined {
  const day = options[name]?.[0]
  if (day === undefined) return undefined
  const instant = Date.parse(`${day}T00:00:00+07:00`)
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day) || Number.isNaN(instant))
    throw new AdminError(words.fill('auditDate', { name }))
  return new Date(instant).toISOString()
}
