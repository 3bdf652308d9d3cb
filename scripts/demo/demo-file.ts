/** What the demo remembers between starts: its accounts and how far it got. */
import { randomBytes } from 'node:crypto'
import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'

const demoSchema = z.object({
  commune: z.string(),
  ticker: z.array(z.string()),
  accounts: z.array(
    z.object({
      username: z.string(),
      password: z.string(),
      role: z.string(),
    }),
  ),
  seeded: z.boolean(),
  published: z.boolean(),
})
export type Demo = z.infer<typeof demoSchema>

const FILE = 'demo.json'

/** The demo of this data folder; a new one gets passwords of its own. */
export async function loadDemo(dataFolder: string): Promise<Demo> {
  try {
    return demoSchema.parse(
      JSON.parse(await readFile(join(dataFolder, FILE), 'utf8')),
    )
  } catch {
    // First start here (or a file nobody can read): begin anew.
    return {
      commune: 'Xã Tây Sơn',
      ticker: [
        'Tiếp công dân: sáng thứ Năm hằng tuần, từ 7 giờ 30',
        'Cấp cứu: 115 · Cứu hỏa: 114 · Công an: 113',
        'Kiểm tra tên mình trong danh sách cử tri tại nhà văn hóa thôn',
      ],
      accounts: [
        account('ha', 'người soạn / author'),
        account('thuy', 'người duyệt, trực khẩn / approver, duty officer'),
        account('quantri', 'quản trị, kỹ thuật / administrator, technician'),
      ],
      seeded: false,
      published: false,
    }
  }
}

/** Writes it so that only this user can read the passwords. */
export async function saveDemo(dataFolder: string, demo: Demo): Promise<void> {
  await mkdir(dataFolder, { recursive: true })
  const path = join(dataFolder, FILE)
  await writeFile(`${path}.new`, JSON.stringify(demo, null, 2), { mode: 0o600 })
  await rename(`${path}.new`, path)
}

function account(username: string, role: string): Demo['accounts'][number] {
  const letters = randomBytes(12).toString('hex').slice(0, 12)
  const password = letters.replace(/(.{4})(.{4})(.{4})/, '$1-$2-$3')
  return { username, password, role }
}
