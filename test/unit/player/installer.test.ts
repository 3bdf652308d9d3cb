import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
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

  it('closes the browser by policy, and lets the player stop sticks only', () => {
    const read = (name: string) => readFileSync(join(FOLDER, name), 'utf8')
    const policy = JSON.parse(read('chromium-policy.json')) as object
    expect(policy).to.include({
      DeveloperToolsAvailability: 2,
      DownloadRestrictions: 3,
      PrintingEnabled: false,
      AllowFileSelectionDialogs: false,
    })
    expect(policy).to.deep.include({ URLBlocklist: ['*'] })
    const may = policyRule(read('50-bang-tin.rules'))
    const stop = { verb: 'stop', unit: 'media-bang\\x2dtin\\x2dsdb1.mount' }
    const units = 'org.freedesktop.systemd1.manage-units'
    expect(may('root', units, stop)).to.equal(undefined)
    expect(
      may('bangtin-player', units, { ...stop, unit: 'ssh.service' }),
    ).to.equal(undefined)
    expect(may('bangtin-player', units, { ...stop, verb: 'start' })).to.equal(
      undefined,
    )
    expect(may('bangtin-player', units, stop)).to.equal('yes')
    const wifi = 'org.freedesktop.NetworkManager.network-control'
    expect(may('bangtin-player', wifi, {})).to.equal('yes')
  })

  it('prints a PIN once, and another only when asked', () => {
    const folder = mkdtempSync(join(tmpdir(), 'bang-tin-pin-'))
    const run = (...more: string[]) =>
      spawnSync(
        process.execPath,
        [
          ...['--import', 'tsx', 'player/node/setup-command.ts'],
          ...['--data', folder, ...more],
        ],
        { encoding: 'utf8' },
      ).stdout.trim()
    try {
      const pin = run()
      expect(pin).to.match(/^\d{8}$/)
      expect(run()).to.equal('')
      expect(run('--new-pin')).to.match(/^\d{8}$/)
      const kept = readFileSync(join(folder, 'player', 'setup.json'), 'utf8')
      expect(kept).not.to.include(pin)
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  }).timeout(30_000)

  it('tells systemd three times within its patience', () => {
    const env = { NOTIFY_SOCKET: '/run/systemd/notify' }
    expect(watchdogEveryMs({ ...env, WATCHDOG_USEC: '60000000' })).to.equal(
      20_000,
    )
    expect(watchdogEveryMs(env)).to.equal(null)
    expect(watchdogEveryMs({ WATCHDOG_USEC: '60000000' })).to.equal(null)
  })
})

type Looked = Record<string, string>

/** The rule as polkit would ask it. */
function policyRule(script: string) {
  type Rule = (
    action: { id: string; lookup(name: string): string | undefined },
    subject: { user: string },
  ) => unknown
  let rule: Rule = () => undefined
  runInNewContext(script, {
    polkit: {
      addRule: (given: Rule) => {
        rule = given
      },
      Result: { YES: 'yes' },
    },
  })
  return (user: string, id: string, looked: Looked) =>
    rule({ id, lookup: (name) => looked[name] }, { user })
}
