import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { expect } from 'chai'
import {
  ConfigError,
  configErrorLines,
  parseConfig,
  VARIABLES,
} from '../../../../cms/server/config/config.js'
import { startErrorLines } from '../../../../cms/server/config/start-error.js'

function problemsOf(environment: Record<string, string>): string[] {
  try {
    parseConfig(environment)
    return []
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error
    return error.problems.map((problem) => problem.variable)
  }
}

describe('config', () => {
  const refused: [string, string[]][] = [
    ['BANGTIN_PORT', ['80a', '-1', '65536', '8080.5', '0x50']],
    ['BANGTIN_HOST', ['http://x', 'a b']],
    [
      'BANGTIN_PUBLIC_URL',
      ['bangtin.vn', 'ftp://x', 'https://x/path', 'https://u:p@x'],
    ],
    ['DATABASE_URL', ['mysql://x/y', 'not a url', '/tmp/x.db']],
    ['BANGTIN_LOG', ['loud', 'INFO']],
    ['BANGTIN_BACKUP_KEEP', ['0', '-3', 'many']],
  ]
  for (const [variable, values] of refused)
    for (const value of values)
      it(`refuses ${variable}=${value} and names the variable`, () => {
        expect(problemsOf({ [variable]: value })).to.deep.equal([variable])
      })

  it('reports every problem at once, in both languages', () => {
    try {
      parseConfig({ BANGTIN_PORT: 'x', BANGTIN_LOG: 'y' })
      expect.fail('was not refused')
    } catch (error) {
      const lines = configErrorLines(error as ConfigError)
      expect(lines).to.have.length(4)
      expect(lines[0]).to.match(/^BANGTIN_PORT: phải là số cổng/)
      expect(lines[1]).to.match(/^BANGTIN_PORT must be a port/)
      expect(lines[2]).to.match(/^BANGTIN_LOG/)
    }
  })

  it('never repeats a value, which may hold a password', () => {
    try {
      parseConfig({ DATABASE_URL: 'mysql://root:hunter2@db/x' })
      expect.fail('was not refused')
    } catch (error) {
      const said = configErrorLines(error as ConfigError).join('\n')
      expect(said).not.to.contain('hunter2')
      expect((error as ConfigError).message).not.to.contain('hunter2')
    }
  })

  it('takes the defaults when nothing, or nothing but space, is set', () => {
    const config = parseConfig({ BANGTIN_PORT: ' ', DATABASE_URL: '' })
    expect(config).to.deep.equal({
      host: '127.0.0.1',
      port: 8080,
      dataFolder: resolve('data'),
      publicUrl: null,
      databaseUrl: null,
      logLevel: 'info',
      templatesFolder: null,
      backupKeep: 14,
      demo: false,
      capFeed: false,
      chromium: null,
      corsOrigins: [],
      inbox: null,
      trustProxy: null,
    })
    expect(Object.isFrozen(config)).to.equal(true)
  })

  it('takes a public address with a slash at its end as its origin', () => {
    const config = parseConfig({ BANGTIN_PUBLIC_URL: 'https://bangtin.vn/' })
    expect(config.publicUrl).to.equal('https://bangtin.vn')
  })

  it('has every variable in .env.example', () => {
    const text = readFileSync('.env.example', 'utf8')
    const named = [...text.matchAll(/^([A-Z_]+)=/gm)].map((match) => match[1])
    expect(named).to.include.members(Object.keys(VARIABLES))
  })
})

describe('start errors', () => {
  const config = parseConfig({ DATABASE_URL: 'postgres://u:secret@db/x' })
  const cases: [object, RegExp][] = [
    [{ code: 'EADDRINUSE', syscall: 'listen' }, /BANGTIN_PORT/],
    [{ code: 'EACCES', syscall: 'listen' }, /BANGTIN_HOST, BANGTIN_PORT/],
    [{ code: 'EACCES', syscall: 'mkdir' }, /BANGTIN_DATA/],
    [{ code: 'SQLITE_CANTOPEN' }, /BANGTIN_DATA/],
    [{ code: 'ECONNREFUSED', syscall: 'connect' }, /DATABASE_URL/],
    [{ code: '28P01' }, /DATABASE_URL/],
    [{ name: 'NewerDatabaseError' }, /mới hơn/],
  ]
  for (const [error, says] of cases)
    it(`says what to change for ${JSON.stringify(error)}`, () => {
      const lines = startErrorLines(error, config) ?? []
      expect(lines.join('\n')).to.match(says)
      expect(lines.join('\n')).not.to.contain('secret')
    })

  it('leaves faults of ours to the log', () => {
    expect(startErrorLines(new TypeError('x'), config)).to.equal(null)
  })
})
