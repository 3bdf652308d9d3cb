import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect } from 'chai'
import { watchdogEveryMs } from '../../../player/node/system-watchdog.js'

const FOLDER = 'player/installer'
const UNIT = 'bang-tin-player.service'
const has = (program: string) =>
  spawnSync(program, ['--version'], { stdio: 'ignore' }).error === undefined

describe('the installer of a box', () => {
  it('is shell that every shell can read', () => {
    for (const script of ['install.sh', 'kiosk-session']) {
      const read = spawnSync('sh', ['-n', join(FOLDER, script)])
      expect(read.status, String(read.stderr)).to.equal(0)
    }
  })

  it('refuses what it does not understand, before it changes anything', () => {
    const run = (...args: string[]) =>
      spawnSync('sh', [join(FOLDER, 'install.sh'), ...args], {
        encoding: 'utf8',
      })
    expect(run('--colour').status).to.equal(1)
    expect(run('--cms').status).to.equal(1)
    // As root it stops at the address; as anybody else at the missing right.
    expect(run('--cms', 'ftp://x').status).to.equal(1)
    expect(run('--cms', 'https://x/$(reboot)').status).to.equal(1)
  })

  it('has a unit that systemd accepts and calls well closed', function () {
    if (!has('systemd-analyze')) this.skip()
    const folder = mkdtempSync(join(tmpdir(), 'bang-tin-unit-'))
    try {
      // The program and its settings are on the box, not here.
      const unit = readFileSync(join(FOLDER, UNIT), 'utf8')
        .replace(/^ExecStart=\S+/m, 'ExecStart=/bin/true')
        .replace(/^EnvironmentFile=.*$/m, '')
      const path = join(folder, UNIT)
      writeFileSync(path, unit)
      const options = { encoding: 'utf8' } as const
      const verify = spawnSync('systemd-analyze', ['verify', path], options)
      expect(verify.status, verify.stderr).to.equal(0)
      const security = spawnSync(
        'systemd-analyze',
        ['security', '--offline=true', '--threshold=50', path],
        options,
      )
      expect(security.status, security.stdout).to.equal(0)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }).timeout(60_000)

  it('tells systemd three times within its patience', () => {
    const env = { NOTIFY_SOCKET: '/run/systemd/notify' }
    expect(watchdogEveryMs({ ...env, WATCHDOG_USEC: '60000000' })).to.equal(
      20_000,
    )
    expect(watchdogEveryMs(env)).to.equal(null)
    expect(watchdogEveryMs({ WATCHDOG_USEC: '60000000' })).to.equal(null)
  })
})
