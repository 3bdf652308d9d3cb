/**
 * Decides what the environment means, before anything opens: every problem is
 * reported at once, each with the variable's name.
 */
import { resolve } from 'node:path'
import { z } from 'zod'
import {
  corsOriginsSchema,
  proxyTrustSchema,
  type CorsOrigins,
  type ProxyTrust,
} from './front-door.js'

export const LOG_LEVELS = [
  'trace',
  'debug',
  'info',
  'warn',
  'error',
  'fatal',
  'silent',
] as const

export type Config = {
  readonly host: string
  /** 0: any free port, for tests. */
  readonly port: number
  /** Absolute. */
  readonly dataFolder: string
  /** Origin people type, without a path; null: the address we listen on. */
  readonly publicUrl: string | null
  /** Whose forwarding headers are believed. */
  readonly trustProxy: ProxyTrust
  /** Origins of other sites whose pages may call the API. */
  readonly corsOrigins: CorsOrigins
  /** null: SQLite in the data folder. */
  readonly databaseUrl: string | null
  readonly logLevel: (typeof LOG_LEVELS)[number]
  /** A site's own templates, absolute. */
  readonly templatesFolder: string | null
  /** Where a scanner or a share drops files, and whose they become. */
  readonly inbox: { folder: string; areaId: string | null } | null
  /** The browser that measures slides; null: look for one; 'none': none. */
  readonly chromium: string | null
  /** How many nightly backups are kept. */
  readonly backupKeep: number
  /** The demo province: its accounts need no second factor. */
  readonly demo: boolean
  /** Our notices as a public CAP 1.2 feed. */
  readonly capFeed: boolean
}

type Variable = {
  schema: z.ZodType
  vi: string
  en: string
}

const port = z
  .string()
  .regex(/^\d{1,5}$/)
  .transform(Number)
  .refine((value) => value <= 65_535)

const httpOrigin = z.string().refine((value) => {
  const url = URL.canParse(value) ? new URL(value) : null
  return (
    url !== null &&
    ['http:', 'https:'].includes(url.protocol) &&
    url.pathname === '/' &&
    url.search === '' &&
    url.hash === '' &&
    url.username === ''
  )
})

const postgresUrl = z.string().refine((value) => {
  const url = URL.canParse(value) ? new URL(value) : null
  return url !== null && ['postgres:', 'postgresql:'].includes(url.protocol)
})

/** Every variable the CMS knows; `.env.example` lists the same names. */
export const VARIABLES = {
  BANGTIN_HOST: {
    schema: z.string().regex(/^[A-Za-z0-9.:_-]{1,255}$/),
    vi: 'phải là địa chỉ máy để nghe, ví dụ 127.0.0.1 hoặc 0.0.0.0',
    en: 'must be an address to listen on, such as 127.0.0.1 or 0.0.0.0',
  },
  BANGTIN_PORT: {
    schema: port,
    vi: 'phải là số cổng từ 0 đến 65535, ví dụ 8080',
    en: 'must be a port from 0 to 65535, such as 8080',
  },
  BANGTIN_DATA: {
    schema: z.string().min(1),
    vi: 'phải là đường dẫn thư mục dữ liệu, ví dụ ./data',
    en: 'must be the path of the data folder, such as ./data',
  },
  BANGTIN_PUBLIC_URL: {
    schema: httpOrigin,
    vi: 'phải là địa chỉ http(s) không có đường dẫn, ví dụ https://bangtin.gialai.gov.vn',
    en: 'must be an http(s) origin without a path, such as https://bangtin.example.vn',
  },
  BANGTIN_TRUST_PROXY: {
    schema: proxyTrustSchema,
    vi: 'phải là số máy trung gian (1 đến 9), hoặc các địa chỉ, dải mạng của máy trung gian, cách nhau bằng dấu phẩy, ví dụ 127.0.0.1, 10.1.0.0/16',
    en: 'must be how many proxies stand in a row (1 to 9), or their addresses and networks with commas, such as 127.0.0.1, 10.1.0.0/16',
  },
  BANGTIN_CORS_ORIGINS: {
    schema: corsOriginsSchema,
    vi: 'phải là các địa chỉ gốc cách nhau bằng dấu phẩy, ví dụ https://gialai.gov.vn, hoặc *',
    en: 'must be origins with commas, such as https://portal.example.vn, or *',
  },
  DATABASE_URL: {
    schema: postgresUrl,
    vi: 'phải bắt đầu bằng postgres:// hoặc bỏ trống để dùng SQLite',
    en: 'must begin with postgres://, or be empty to use SQLite',
  },
  BANGTIN_LOG: {
    schema: z.enum(LOG_LEVELS),
    vi: `phải là một trong: ${LOG_LEVELS.join(', ')}`,
    en: `must be one of: ${LOG_LEVELS.join(', ')}`,
  },
  BANGTIN_TEMPLATES: {
    schema: z.string().min(1),
    vi: 'phải là đường dẫn thư mục mẫu riêng',
    en: 'must be the path of a folder of templates',
  },
  BANGTIN_INBOX: {
    schema: z.string().min(1),
    vi: 'phải là đường dẫn thư mục nhận tệp từ máy quét',
    en: 'must be the path of the folder that a scanner drops files in',
  },
  BANGTIN_INBOX_AREA: {
    schema: z.string().regex(/^[0-9a-z_-]{4,40}$/i),
    vi: 'phải là mã địa bàn nhận tệp, hoặc bỏ trống cho toàn tỉnh',
    en: 'must be the id of the area that gets the files, or empty for the province',
  },
  BANGTIN_CAP_FEED: {
    schema: z.enum(['on', 'off']),
    vi: 'phải là on hoặc off',
    en: 'must be on or off',
  },
  BANGTIN_CHROMIUM: {
    schema: z.string().min(1),
    vi: 'phải là đường dẫn trình duyệt Chromium, hoặc none để không đo bản tin',
    en: 'must be the path of Chromium, or none to measure no slides',
  },
  BANGTIN_BACKUP_KEEP: {
    schema: z
      .string()
      .regex(/^\d{1,4}$/)
      .transform(Number)
      .refine((value) => value >= 1),
    vi: 'phải là số bản sao lưu giữ lại, từ 1 đến 9999',
    en: 'must be how many backups to keep, from 1 to 9999',
  },
  BANGTIN_DEMO: {
    schema: z.enum(['0', '1']),
    vi: 'phải là 1 cho tỉnh dùng thử, 0 hoặc bỏ trống khi dùng thật',
    en: 'must be 1 for the demo province, 0 or empty for real use',
  },
} as const satisfies Record<string, Variable>

export type VariableName = keyof typeof VARIABLES
export type ConfigProblem = { variable: VariableName; vi: string; en: string }

/** The environment cannot be used; `problems` holds every reason. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly ConfigProblem[]

  constructor(problems: readonly ConfigProblem[]) {
    super(problems.map((problem) => problem.variable).join(', '))
    this.problems = problems
  }
}

/** Two lines per problem, Vietnamese first, each naming its variable. */
export function configErrorLines(error: ConfigError): string[] {
  return error.problems.flatMap(({ variable, vi, en }) => [
    `${variable}: ${vi}.`,
    `${variable} ${en}.`,
  ])
}

/**
 * The configuration that the environment asks for. An empty value counts as
 * absent. Throws ConfigError with all problems. Values are never echoed: one
 * of them may hold a password.
 */
export function parseConfig(
  environment: Record<string, string | undefined>,
): Config {
  const problems: ConfigProblem[] = []
  const read = <N extends VariableName>(
    variable: N,
  ): z.output<(typeof VARIABLES)[N]['schema']> | undefined => {
    const raw = environment[variable]?.trim()
    if (raw === undefined || raw === '') return undefined
    const { schema, vi, en } = VARIABLES[variable]
    const parsed = schema.safeParse(raw)
    if (!parsed.success) problems.push({ variable, vi, en })
    return parsed.data as z.output<(typeof VARIABLES)[N]['schema']> | undefined
  }
  const publicUrl = read('BANGTIN_PUBLIC_URL')
  const templates = read('BANGTIN_TEMPLATES')
  const inbox = read('BANGTIN_INBOX')
  const inboxArea = read('BANGTIN_INBOX_AREA') ?? null
  const config: Config = {
    host: read('BANGTIN_HOST') ?? '127.0.0.1',
    port: read('BANGTIN_PORT') ?? 8080,
    dataFolder: resolve(read('BANGTIN_DATA') ?? './data'),
    publicUrl: publicUrl === undefined ? null : originOf(publicUrl),
    trustProxy: read('BANGTIN_TRUST_PROXY') ?? null,
    corsOrigins: read('BANGTIN_CORS_ORIGINS') ?? [],
    databaseUrl: read('DATABASE_URL') ?? null,
    logLevel: read('BANGTIN_LOG') ?? 'info',
    templatesFolder: templates === undefined ? null : resolve(templates),
    inbox:
      inbox === undefined
        ? null
        : { folder: resolve(inbox), areaId: inboxArea },
    chromium: read('BANGTIN_CHROMIUM') ?? null,
    backupKeep: read('BANGTIN_BACKUP_KEEP') ?? 14,
    demo: read('BANGTIN_DEMO') === '1',
    capFeed: read('BANGTIN_CAP_FEED') === 'on',
  }
  if (problems.length > 0) throw new ConfigError(problems)
  return Object.freeze(config)
}

function originOf(url: string): string | null {
  return URL.canParse(url) ? new URL(url).origin : null
}
