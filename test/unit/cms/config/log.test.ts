import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { createLog } from '../../../../cms/server/config/log.js'

describe('log', () => {
  let folder: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'bangtin-log-'))
  })
  afterEach(() => rmSync(folder, { recursive: true }))

  function linesOf(
    say: (log: ReturnType<typeof createLog>['log']) => void,
  ): Record<string, unknown>[] {
    const path = join(folder, 'log')
    const fd = openSync(path, 'w')
    const { log, flush } = createLog({ logLevel: 'info' }, { fd })
    say(log)
    flush()
    const text = readFileSync(path, 'utf8')
    closeSync(fd)
    return text
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as Record<string, unknown>)
  }

  it('never writes a password, a token or a cookie, however deep', () => {
    const secret = 'hunter2'
    const lines = linesOf((log) => {
      log.info({ password: secret, token: secret }, 'asked')
      log.info({ request: { headers: { cookie: secret } } }, 'asked')
      log.child({ room: 'x' }).info({ who: { assertion: secret } }, 'asked')
    })
    expect(lines).to.have.length(3)
    expect(JSON.stringify(lines)).not.to.contain(secret)
  })

  it('writes one JSON line with time, level, room and message', () => {
    const [line] = linesOf((log) => {
      log.debug({}, 'not at this level')
      log.child({ room: 'media' }).warn({ sha256: 'abc' }, 'file set aside')
    })
    expect(line).to.include({
      level: 'warn',
      room: 'media',
      sha256: 'abc',
      msg: 'file set aside',
    })
    expect(line?.['time']).to.match(/^\d{4}-.*Z$/)
  })

  it('keeps the stack of what failed', () => {
    const [line] = linesOf((log) => {
      log.error({ err: new Error('broken') }, 'request failed')
    })
    const { stack } = line?.['err'] as { stack: string }
    expect(stack).to.contain('log.test')
  })
})
