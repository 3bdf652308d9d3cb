/** Preview and import of an area table: all of it, or nothing. */
import type { z } from 'zod'
import type {
  confirmImportSchema,
  importFileSchema,
} from '../../../../shared/contract/api/imports.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { isoNow, type Clock } from '../../../../shared/kernel/clock.js'
import { newId } from '../../db/new-id.js'
import type { InTransaction } from '../../db/unit-of-work.js'
import {
  importPlan,
  requireImportable,
  type ImportPlan,
} from '../../sheets/import-plan.js'
import { readSheet } from '../../sheets/read-sheet.js'
import { readTable } from '../../sheets/read-table.js'
import type { ActLine, Actor, RecordAct } from '../accounts/actor.js'
import { areasWhere, may, requireMay } from '../accounts/permissions.rules.js'
import { planImport, type Planned } from './area-import.rules.js'
import type { AreaRepository } from './area.repository.js'
import { requireCome, todayOf } from './area.rules.js'
import type { AreaState } from './area-state.rules.js'
import { AREA_COLUMNS } from './area-table.rules.js'
import { keepArea, searchOf, type AreaWriter } from './keep-area.js'

type Reader = Pick<AreaRepository, 'list' | 'listRecords' | 'treeVersion'>
type Deps = {
  clock: Clock
  areas: Reader
  areasChanged(areaIds: readonly string[]): Promise<void>
  inTransaction: InTransaction<{
    areas: AreaWriter & Pick<AreaRepository, 'addMany' | 'claimTree'>
    touchProgramme: () => Promise<void>
    recordAct: RecordAct
  }>
}
type Asked = z.output<typeof importFileSchema>

/** Throws sheet.*, area.bad_date, auth.forbidden. Changes nothing. */
export async function previewAreaImport(
  deps: Deps,
  actor: Actor,
  asked: Asked,
): Promise<ImportPlan<Planned>> {
  // Over any part of the tree; each row is asked about where it stands.
  const over = areasWhere(actor, 'area.import')
  requireMay(actor, 'area.import', over === 'everywhere' ? [] : over)
  const today = todayOf(deps.clock)
  const on = asked.on ?? today
  requireCome(on, deps.clock)
  const bytes = Buffer.from(asked.base64, 'base64')
  const records = readTable(readSheet(bytes), AREA_COLUMNS)
  const version = await deps.areas.treeVersion()
  const states = await statesOf(deps, today)
  const { planned, errors } = planImport(states, records, {
    ...{ on, today, newId },
    mayChange: (path) =>
      may(actor, 'area.import', path.length > 1 ? path.slice(0, -1) : path),
  })
  const nameOf = namesOver(states, planned)
  return importPlan({ version, bytes, on, planned, errors }, (one) => ({
    name: one.after.name,
    fields: readable(one.fields, nameOf),
  }))
}

/**
 * Imports exactly what the preview with this token showed. Throws
 * import.stale when file, day or areas are not those any more, or when any
 * row is wrong; then nothing has changed.
 */
export async function importAreas(
  deps: Deps,
  actor: Actor,
  asked: z.output<typeof confirmImportSchema>,
): Promise<ImportPlan<Planned>> {
  const plan = await previewAreaImport(deps, actor, asked)
  requireImportable(plan, asked.token)
  const changes = plan.planned.filter(({ what }) => what !== 'unchanged')
  if (changes.length === 0) return plan
  await deps.inTransaction(async (tx) => {
    // Whoever was faster makes this preview an old one.
    if (!(await tx.areas.claimTree(plan.version)))
      throw new AppError('import.stale')
    await keepAll(tx.areas, changes, isoNow(deps.clock))
    await tx.touchProgramme()
    for (const line of linesOf(plan, changes)) await tx.recordAct(actor, line)
  })
  await deps.areasChanged(topsOf(changes))
  return plan
}

async function statesOf(deps: Deps, day: string): Promise<AreaState[]> {
  const records = await deps.areas.listRecords()
  return (await deps.areas.list(day)).map((area) => {
    const record = records.get(area.id)
    return { ...area, ...(record ?? { names: [], codes: [], aliases: [] }) }
  })
}

function namesOver(states: readonly AreaState[], planned: readonly Planned[]) {
  const all = [...states, ...planned.map(({ after }) => after)]
  const names = new Map(all.map(({ id, name }) => [id, name]))
  return (id: string) => names.get(id) ?? id
}

/** For people: the name of what stands above, not its id. */
function readable(
  { parentId, ...fields }: Planned['fields'],
  nameOf: (id: string) => string,
): Planned['fields'] {
  if (parentId === undefined) return fields
  const said = (value: string | string[] | null) =>
    typeof value === 'string' ? nameOf(value) : value
  const { before, after } = parentId
  return { ...fields, parent: { before: said(before), after: said(after) } }
}

/** In the order of the plan; new areas between two changes go in together. */
async function keepAll(
  areas: AreaWriter & Pick<AreaRepository, 'addMany'>,
  changes: readonly Planned[],
  at: string,
): Promise<void> {
  let added: { state: AreaState; search: string }[] = []
  for (const { before, after } of changes) {
    if (before === null) {
      added.push({ state: after, search: searchOf(after) })
      continue
    }
    await areas.addMany(added, at)
    added = []
    await keepArea(areas, before, after)
  }
  await areas.addMany(added, at)
}

/**
 * A line for each area that was there before, and for the new ones a line for
 * a hundred, each with its name: thousands of lines would hold the chain.
 */
function linesOf(
  plan: ImportPlan<Planned>,
  changes: readonly Planned[],
): ActLine[] {
  const lines: ActLine[] = changes
    .filter(({ before }) => before !== null)
    .map(({ what, after, fields }) => ({
      act: `area.${what}`,
      subject: { kind: 'area', id: after.id },
      areaId: after.id,
      details: { name: after.name, changes: fields, by: 'import' },
    }))
  const file = plan.fileHash
  const tree = { act: 'area.imported', subject: { kind: 'area', id: 'tree' } }
  const added = changes.filter(({ before }) => before === null)
  for (let at = 0; at < added.length; at += 100)
    lines.push({
      ...tree,
      details: {
        file,
        added: added
          .slice(at, at + 100)
          .map(({ after: { id, name, parentId } }) => ({ id, name, parentId })),
      },
    })
  const { counts } = plan.preview
  return [...lines, { ...tree, details: { file, counts } }]
}

/** Those with nothing changed above them: the rest follows with these. */
function topsOf(changes: readonly Planned[]): string[] {
  const ids = new Set(changes.map(({ after }) => after.id))
  const tops = changes
    .filter(({ after }) => !after.path.slice(0, -1).some((id) => ids.has(id)))
    .map(({ after }) => after)
  const roots = [...new Set(tops.map(({ path }) => path[0] ?? ''))]
  return tops.length > MANY ? roots : tops.map(({ id }) => id)
}

/** From so many places on, the whole tree is looked through once. */
const MANY = 50
