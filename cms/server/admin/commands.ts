/** Every command of `npm run admin`: its options, its help and what it does. */
import { z } from 'zod'
import { roleSchema } from '../../../shared/contract/api/accounts.js'
import type { NoticeView } from '../../../shared/contract/api/notices.js'
import { formatDateTime } from '../../../shared/time/format.js'
import { bundleCommand } from './bundle-command.js'
import type { Command, CommandContext, Options } from './command.js'
import { findArea, screenIds } from './find-place.js'
import { AdminError, type OperatorClient } from './operator-client.js'
import type { Words } from './words.js'

export const COMMANDS: Readonly<Record<string, Command>> = {
  'create-account': {
    help: 'help.create-account',
    usage: 'options.create-account',
    options: ['user', 'name', 'role', 'area', 'post', 'password'],
    async run(context, options) {
      const { client, say, words } = context
      const area = await findArea(context, one(words, options, 'area'))
      const roles = z.array(roleSchema).min(1).safeParse(options['role'])
      if (!roles.success) throw badChoice(words, 'role', roleSchema.options)
      const userName = one(words, options, 'user')
      const made = await client.call('operatorCreateAccount', {
        body: {
          userName,
          displayName: one(words, options, 'name'),
          post: options['post']?.[0] ?? '',
          password: options['password']?.[0],
          grants: roles.data.map((role) => ({ role, areaId: area.id })),
        },
      })
      say(words.fill('accountMade', { userName, areaName: area.name }))
      sayOnce({ say, words }, made.oneTimePassword)
    },
  },
  'reset-password': {
    help: 'help.reset-password',
    usage: 'options.reset-password',
    options: ['user', 'password', 'factors?'],
    async run({ client, say, words }, options) {
      const userName = one(words, options, 'user')
      const reset = await client.call('operatorResetPassword', {
        body: {
          userName,
          password: options['password']?.[0],
          secondFactors: options['factors'] !== undefined,
        },
      })
      say(words.fill('passwordReset', { userName: reset.userName }))
      sayOnce({ say, words }, reset.oneTimePassword)
    },
  },
  freeze: {
    help: 'help.freeze',
    usage: 'options.freeze',
    options: ['user', 'reason'],
    async run({ client, say, words }, options) {
      const { userName } = await client.call('operatorFreeze', {
        body: {
          userName: one(words, options, 'user'),
          frozen: true,
          reason: options['reason']?.[0] ?? '',
        },
      })
      say(words.fill('accountFrozen', { userName }))
    },
  },
  unfreeze: {
    help: 'help.unfreeze',
    usage: 'options.unfreeze',
    options: ['user'],
    async run({ client, say, words }, options) {
      const { userName } = await client.call('operatorFreeze', {
        body: { userName: one(words, options, 'user'), frozen: false },
      })
      say(words.fill('accountUnfrozen', { userName }))
    },
  },
  screens: {
    help: 'help.screens',
    options: [],
    async run({ client, say, words }) {
      const { screens } = await client.call('listScreens')
      for (const { id, settings, areaName, health, lastSeenAt } of screens)
        say([id, health, settings.name, areaName, lastSeenAt ?? '-'].join('\t'))
      say(words.fill('screenCount', { count: screens.length }))
    },
  },
  claim: {
    help: 'help.claim',
    usage: 'options.claim',
    options: [
      'code',
      'name',
      'area',
      'orientation',
      'class',
      'inches',
      'metres',
      'language',
    ],
    async run(context, options) {
      const { client, say, words } = context
      const area = await findArea(context, one(words, options, 'area'))
      const view = await client.call('claimScreen', {
        body: {
          code: one(words, options, 'code'),
          name: one(words, options, 'name'),
          areaId: area.id,
          orientation: choice(words, options, 'orientation', [
            'landscape',
            'portrait',
          ]),
          resolutionClass: choice(words, options, 'class', ['1080', '2160']),
          languages: (options['language'] ?? ['vi']) as ['vi'],
          diagonalInches: Number(options['inches']?.[0] ?? 55),
          viewingMetres: Number(options['metres']?.[0] ?? 4),
          ticker: [],
        },
      })
      say(
        words.fill('screenClaimed', { name: view.settings.name, id: view.id }),
      )
    },
  },
  notice: {
    help: 'help.notice',
    usage: 'options.notice',
    options: [
      'title',
      'action',
      'advice',
      'level',
      'minutes',
      'area',
      'screen',
      'owner',
      'icon',
      'phone',
      'drill?',
    ],
    async run(context, options) {
      const { client, say, words } = context
      const body = await noticeBody(context, options)
      const view = await client.call('createNotice', { body })
      const { id, title, drill, counts } = view
      say(words.fill(drill ? 'drillSent' : 'noticeSent', { id, title }))
      say(
        words.fill('noticeReach', {
          count: counts.screens,
          until: formatDateTime(view.expiresAt),
        }),
      )
    },
  },
  recall: {
    help: 'help.recall',
    usage: 'options.recall',
    options: ['id'],
    async run({ client, say, words }, options) {
      const view = await client.call('recallNotice', {
        params: { id: one(words, options, 'id') },
      })
      say(
        words.fill('noticeRecalled', {
          title: view.title,
          count: view.counts.screens,
        }),
      )
    },
  },
  board: {
    help: 'help.board',
    usage: 'options.board',
    options: ['id'],
    async run({ client, say, words }, options) {
      sayBoard(
        { say, words },
        await client.call('getNotice', {
          params: { id: one(words, options, 'id') },
        }),
      )
    },
  },
  bundle: bundleCommand,
  backup: {
    help: 'help.backup',
    options: [],
    async run({ client, say, words }) {
      const { path } = await client.call('operatorBackUp')
      say(
        path
          ? words.fill('backedUp', { path })
          : words.fill('backUpWithPgDump'),
      )
    },
  },
  'verify-audit': {
    help: 'help.verify-audit',
    options: [],
    async run({ client, say, words }) {
      const verdict = await client.call('operatorVerifyAudit')
      if (verdict.ok) {
        say(words.fill('auditWhole', { lines: verdict.lines }))
        return
      }
      throw new AdminError(
        words.fill('auditBroken', {
          line: verdict.brokenAt ?? '?',
          reason: verdict.reason ?? '?',
        }),
      )
    },
  },
}

async function noticeBody(context: CommandContext, options: Options) {
  const { client, clock, words } = context
  const minutes = Number(options['minutes']?.[0] ?? 60)
  const level = Number(options['level']?.[0] ?? 0)
  const screens = screenIds(options['screen'] ?? [], words)
  const areas = []
  for (const said of options['area'] ?? [])
    areas.push(await findArea(context, said))
  if (areas.length + screens.length === 0)
    throw new AdminError(words.fill('placeMissing'))
  const owner = options['owner']?.[0]
  const ownerAreaId = owner
    ? (await findArea(context, owner)).id
    : (areas[0]?.id ?? (await areaOfScreen(client, screens[0] ?? '')))
  const advice = (options['advice'] ?? []).map(adviceOf)
  return {
    level,
    drill: options['drill'] !== undefined,
    ownerAreaId,
    audience: { areaIds: areas.map(({ id }) => id), screenIds: screens },
    expiresAt: new Date(clock.now() + minutes * 60_000).toISOString(),
    fields: {
      vi: {
        hazardIcon: options['icon']?.[0] ?? 'warning',
        hazard: one(words, options, 'title'),
        action:
          options['action']?.[0] ??
          advice[0]?.title ??
          one(words, options, 'title'),
        advice,
        ...(options['phone'] ? { phone: one(words, options, 'phone') } : {}),
      },
    },
  }
}

/** "Đi ngay: các hộ ven sông" is a title and what explains it. */
function adviceOf(said: string): { title: string; text?: string } {
  const [title = '', ...rest] = said.split(':')
  const text = rest.join(':').trim()
  return { title: title.trim(), ...(text ? { text } : {}) }
}

async function areaOfScreen(
  client: OperatorClient,
  id: string,
): Promise<string> {
  return (await client.call('getScreen', { params: { id } })).settings.areaId
}

function sayBoard(
  { say, words }: Pick<CommandContext, 'say' | 'words'>,
  view: NoticeView,
): void {
  say(`${view.title} (${view.state})`)
  say(words.fill('boardCounts', view.counts))
  for (const line of view.deliveries)
    say(
      [
        line.screenName,
        line.receivedAt ?? '-',
        line.shownAt ?? '-',
        line.failed ?? '',
      ].join('\t'),
    )
}

function one(words: Words, options: Options, name: string): string {
  const value = options[name]?.[0]
  if (value === undefined)
    throw new AdminError(words.fill('optionMissing', { name }))
  return value
}

/** One of the choices; the first when nothing was said. */
function choice<T extends string>(
  words: Words,
  options: Options,
  name: string,
  choices: readonly [T, ...T[]],
): T {
  const said = options[name]?.[0] ?? choices[0]
  const found = choices.find((value) => value === said)
  if (!found) throw badChoice(words, name, choices)
  return found
}

function badChoice(
  words: Words,
  name: string,
  choices: readonly string[],
): AdminError {
  return new AdminError(
    words.fill('optionChoices', { name, choices: choices.join(', ') }),
  )
}

/** A password that was made here is said once; one that was given is not. */
function sayOnce(
  { say, words }: Pick<CommandContext, 'say' | 'words'>,
  password: string | null,
): void {
  if (password !== null) say(words.fill('passwordOnce', { password }))
}
