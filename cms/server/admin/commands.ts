/** Every command of `npm run admin`: its options, its help and what it does. */
import { randomBytes } from 'node:crypto'
import { z } from 'zod'
import { roleSchema } from '../../../shared/contract/api/accounts.js'
import type { NoticeView } from '../../../shared/contract/api/notices.js'
import type { Clock } from '../../../shared/kernel/clock.js'
import { formatDateTime } from '../../../shared/time/format.js'
import { findArea, screenIds } from './find-place.js'
import { AdminError, type OperatorClient } from './operator-client.js'

export type CommandContext = {
  client: OperatorClient
  clock: Clock
  say: (line: string) => void
}

/** Values of `--name value`; a name may come several times. */
export type Options = Readonly<Record<string, readonly string[] | undefined>>

export type Command = {
  help: string
  /** Names it knows; `?` marks those without a value. */
  options: readonly string[]
  run(context: CommandContext, options: Options): Promise<void>
}

export const COMMANDS: Readonly<Record<string, Command>> = {
  'create-account': {
    help: '--user ten --name "Họ tên" --role author [--role …] --area "Xã Tây Sơn" [--post "Chức vụ"] [--password …]',
    options: ['user', 'name', 'role', 'area', 'post', 'password'],
    async run({ client, say }, options) {
      const area = await findArea(client, one(options, 'area'))
      const roles = z.array(roleSchema).min(1).safeParse(options['role'])
      if (!roles.success)
        throw new AdminError(`--role: ${roleSchema.options.join(', ')}`)
      const password = options['password']?.[0] ?? newPassword()
      const userName = one(options, 'user')
      await client.call('operatorCreateAccount', {
        body: {
          userName,
          displayName: one(options, 'name'),
          post: options['post']?.[0] ?? '',
          password,
          grants: roles.data.map((role) => ({ role, areaId: area.id })),
        },
      })
      say(`Đã tạo tài khoản ${userName} (${area.name}).`)
      if (!options['password']) say(`Mật khẩu, chỉ hiện một lần: ${password}`)
    },
  },
  'reset-password': {
    help: '--user ten [--password …]',
    options: ['user', 'password'],
    async run({ client, say }, options) {
      const password = options['password']?.[0] ?? newPassword()
      const userName = one(options, 'user')
      await client.call('operatorResetPassword', {
        body: { userName, password },
      })
      say(`Đã đặt lại mật khẩu của ${userName}; mọi phiên đã kết thúc.`)
      if (!options['password']) say(`Mật khẩu, chỉ hiện một lần: ${password}`)
    },
  },
  screens: {
    help: '',
    options: [],
    async run({ client, say }) {
      const { screens } = await client.call('listScreens')
      for (const { id, settings, areaName, health, lastSeenAt } of screens)
        say([id, health, settings.name, areaName, lastSeenAt ?? '-'].join('\t'))
      say(`${screens.length} màn hình.`)
    },
  },
  claim: {
    help: '--code ABC234 --name "Sảnh" --area "Xã Tây Sơn" [--orientation landscape|portrait] [--class 1080|2160] [--inches 55] [--metres 4] [--language vi …]',
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
    async run({ client, say }, options) {
      const area = await findArea(client, one(options, 'area'))
      const view = await client.call('claimScreen', {
        body: {
          code: one(options, 'code'),
          name: one(options, 'name'),
          areaId: area.id,
          orientation: choice(options, 'orientation', [
            'landscape',
            'portrait',
          ]),
          resolutionClass: choice(options, 'class', ['1080', '2160']),
          languages: (options['language'] ?? ['vi']) as ['vi'],
          diagonalInches: Number(options['inches']?.[0] ?? 55),
          viewingMetres: Number(options['metres']?.[0] ?? 4),
          ticker: [],
        },
      })
      say(`Đã ghép màn hình ${view.settings.name}: ${view.id}`)
    },
  },
  notice: {
    help: '--title "Lũ trên sông Ba" [--action "Sơ tán ngay!"] --advice "Đi ngay: các hộ ven sông" [--advice …] --level 4 --minutes 60 --area "Xã Tây Sơn" | --screen <id> [--owner "Xã …"] [--icon flood] [--phone 112] [--drill]',
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
      const { client, say } = context
      const body = await noticeBody(context, options)
      const view = await client.call('createNotice', { body })
      say(`${view.drill ? 'DIỄN TẬP' : 'KHẨN'} ${view.id}: ${view.title}`)
      say(
        `Gửi tới ${view.counts.screens} màn hình, đến ${formatDateTime(view.expiresAt)}.`,
      )
    },
  },
  recall: {
    help: '--id <mã thông báo>',
    options: ['id'],
    async run({ client, say }, options) {
      const view = await client.call('recallNotice', {
        params: { id: one(options, 'id') },
      })
      say(`Đã kết thúc "${view.title}" trên ${view.counts.screens} màn hình.`)
    },
  },
  board: {
    help: '--id <mã thông báo>',
    options: ['id'],
    async run({ client, say }, options) {
      sayBoard(
        say,
        await client.call('getNotice', { params: { id: one(options, 'id') } }),
      )
    },
  },
  backup: {
    help: '',
    options: [],
    async run({ client, say }) {
      const { path } = await client.call('operatorBackUp')
      say(path ? `Đã sao lưu: ${path}` : 'PostgreSQL: dùng pg_dump để sao lưu.')
    },
  },
  'verify-audit': {
    help: '',
    options: [],
    async run({ client, say }) {
      const verdict = await client.call('operatorVerifyAudit')
      if (verdict.ok) {
        say(`Nhật ký nguyên vẹn: ${verdict.lines} dòng.`)
        return
      }
      throw new AdminError(
        `Nhật ký bị phá từ dòng ${verdict.brokenAt} (${verdict.reason}).`,
      )
    },
  },
}

async function noticeBody({ client, clock }: CommandContext, options: Options) {
  const minutes = Number(options['minutes']?.[0] ?? 60)
  const level = Number(options['level']?.[0] ?? 0)
  const screens = screenIds(options['screen'] ?? [])
  const areas = []
  for (const said of options['area'] ?? [])
    areas.push(await findArea(client, said))
  if (areas.length + screens.length === 0)
    throw new AdminError('Cần --area hoặc --screen: nơi hiển thị.')
  const owner = options['owner']?.[0]
  const ownerAreaId = owner
    ? (await findArea(client, owner)).id
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
        hazard: one(options, 'title'),
        action:
          options['action']?.[0] ?? advice[0]?.title ?? one(options, 'title'),
        advice,
        ...(options['phone'] ? { phone: one(options, 'phone') } : {}),
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

function sayBoard(say: (line: string) => void, view: NoticeView): void {
  const { screens, sent, received, shown, missing } = view.counts
  say(`${view.title} (${view.state})`)
  say(
    `màn hình ${screens} · gửi ${sent} · nhận ${received} · hiển thị ${shown} · thiếu ${missing}`,
  )
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

function one(options: Options, name: string): string {
  const value = options[name]?.[0]
  if (value === undefined) throw new AdminError(`Thiếu --${name}.`)
  return value
}

/** One of the choices; the first when nothing was said. */
function choice<T extends string>(
  options: Options,
  name: string,
  choices: readonly [T, ...T[]],
): T {
  const said = options[name]?.[0] ?? choices[0]
  const found = choices.find((value) => value === said)
  if (!found) throw new AdminError(`--${name}: ${choices.join(', ')}`)
  return found
}

function newPassword(): string {
  return randomBytes(12).toString('base64url')
}
