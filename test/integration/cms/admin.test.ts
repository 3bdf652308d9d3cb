import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect } from 'chai'
import { COMMANDS } from '../../../cms/server/admin/commands.js'
import {
  AdminError,
  openOperatorClient,
} from '../../../cms/server/admin/operator-client.js'
import { readArguments } from '../../../cms/server/admin/read-arguments.js'
import { wordsIn, type Language } from '../../../cms/server/admin/words.js'
import { systemClock } from '../../../shared/kernel/clock.js'
import { generateKeyPair } from '../../../shared/seal/keys.js'
import { errorSentence } from '../../../shared/text/copy/say.js'
import { offerPairing, heard, pairScreen } from '../../support/fake-screen.js'
import { startCms, type RunningCms } from '../../support/start-cms.js'

describe('the operator’s commands', () => {
  let cms: RunningCms

  before(async () => {
    cms = await startCms()
  })
  after(() => cms.stop())

  async function admin(
    line: string[],
    language: Language = 'vi',
  ): Promise<string[]> {
    const [name = '', ...rest] = line
    const command = COMMANDS[name]
    if (!command) throw new Error(`no command ${name}`)
    const words = wordsIn(language)
    const options = readArguments(rest, command.options, words)
    const { hostname, port } = new URL(cms.url)
    const client = await openOperatorClient(
      {
        host: hostname,
        port: Number(port),
        dataFolder: cms.folder,
      },
      words,
    )
    const said: string[] = []
    const say = (line: string) => void said.push(line)
    await command.run({ client, clock: systemClock, words, say }, options)
    return said
  }
  const refusal = (line: string[], language: Language = 'vi') =>
    admin(line, language).then(
      () => '',
      (error: unknown) => (error instanceof AdminError ? error.message : ''),
    )

  /** The command line as an operator runs it: a process of its own. */
  async function run(line: string[]) {
    const child = spawn(
      process.execPath,
      ['--import', 'tsx', 'cms/server/admin.ts', ...line],
      {
        env: {
          ...process.env,
          BANGTIN_DATA: cms.folder,
          BANGTIN_PORT: new URL(cms.url).port,
        },
        stdio: ['ignore', 'pipe', 'pipe'],
      },
    )
    const said = { out: '', err: '' }
    child.stdout
      .setEncoding('utf8')
      .on('data', (text: string) => (said.out += text))
    child.stderr
      .setEncoding('utf8')
      .on('data', (text: string) => (said.err += text))
    const [code] = (await once(child, 'close')) as [number | null]
    return { code, ...said }
  }

  it('refuse in words what they do not understand', async () => {
    expect(await refusal(['notice', '--title', 'Lũ'])).to.include('--area')
    expect(await refusal(['recall', 'abc'])).to.include('abc')
    expect(await refusal(['recall', '--nope', '1'])).to.include('--nope')
    expect(await refusal(['claim', '--code', 'ABC234'])).to.include('--area')
    const unknown = ['claim', '--code', 'ABC234', '--name', 'A', '--area', 'Xa']
    expect(await refusal(unknown)).to.include('"Xa"')
  })

  it('say the CMS’s own sentence when it refuses', async () => {
    expect(await refusal(['recall', '--id', 'nosuchnotice'])).to.include(
      'notice.not_found',
    )
    expect(await refusal(['reset-password', '--user', 'ai-do'])).to.include(
      'account.not_found',
    )
  })

  it('refuse in English for whoever asks for it', async () => {
    const words = await refusal(['recall', '--id', 'nosuchnotice'], 'en')
    expect(words).to.include(errorSentence('notice.not_found', {}, 'en'))
    expect(await refusal(['recall'], 'en')).to.equal('--id is missing.')
  })

  it('help in Vietnamese, and in English by choice', async () => {
    const vietnamese = await run([])
    expect(vietnamese.code).to.equal(0)
    expect(vietnamese.out).to.include('In phần trợ giúp này.')
    const english = await run(['--lang', 'en', 'help'])
    expect(english.code).to.equal(0)
    expect(english.out).to.include('Print this help.')
    expect(english.out).to.include('<command> [options]')
    expect(english.out).not.to.match(/lệnh|tùy chọn|Đặt lại/)
  })

  it('take the language anywhere, and only one they speak', async () => {
    const asked = await run(['recall', '--lang=en', '--id', 'nosuchnotice'])
    expect(asked.code).to.equal(1)
    expect(asked.err).to.include(errorSentence('notice.not_found', {}, 'en'))
    const unknown = await run(['dance', '--lang', 'en'])
    expect(unknown.code).to.equal(2)
    expect(unknown.err).to.equal('There is no command "dance".\n')
    const french = await run(['help', '--lang', 'fr'])
    expect(french.code).to.equal(2)
    expect(french.err).to.include('vi hoặc en').and.to.include('vi or en')
  })

  it('say so when the CMS is not there', async () => {
    const client = await openOperatorClient(
      {
        host: '127.0.0.1',
        port: 1,
        dataFolder: cms.folder,
      },
      wordsIn('vi'),
    )
    const failed = await client.call('listScreens').catch(String)
    expect(failed).to.include('Không kết nối được')
  })

  it('are the operator’s alone', async () => {
    const administrator = await cms.as('quantri')
    await administrator.refused('operatorVerifyAudit', 'auth.forbidden')
    await administrator.refused('operatorResetPassword', 'auth.forbidden', {
      body: { userName: 'tinh', password: 'mot-mat-khau-dai-9' },
    })
    await cms.nobody().refused('operatorBackUp', 'auth.required')
  })

  it('pair a screen, send it a notice and recall it', async () => {
    const offer = (await (
      await offerPairing(cms.url, await generateKeyPair())
    ).json()) as { code: string }
    const [claimed] = await admin([
      'claim',
      ...['--code', offer.code, '--name', 'Sảnh', '--area', 'xa ia son'],
    ])
    expect(claimed).to.include('Sảnh')
    const screen = await pairScreen(cms.url, await cms.as('quantri'))
    const socket = await screen.connect()
    const push = heard(socket, 'notice')
    const [said] = await admin([
      'notice',
      ...['--title', 'Lũ trên sông Ba', '--level', '4', '--minutes', '30'],
      ...['--advice', 'Đi ngay: các hộ ven sông', '--screen', screen.id],
      ...['--advice', 'Đến nơi cao', '--drill'],
    ])
    expect(said).to.match(/^DIỄN TẬP /)
    expect((await push).files).to.have.length(1)
    const id = said?.split(' ')[2]?.replace(':', '') ?? ''
    const recalled = heard(socket, 'recall')
    await admin(['recall', '--id', id])
    expect(await recalled).to.have.property('sealed')
    expect((await admin(['board', '--id', id]))[0]).to.include('recalled')
    expect((await admin(['screens'])).at(-1)).to.equal('2 màn hình.')
    socket.close()
  })

  it('make an account that can sign in, and prove the audit', async () => {
    const said = await admin([
      'create-account',
      ...['--user', 'moi', '--name', 'Người mới', '--role', 'author'],
      ...['--area', 'Phuong Pleiku'],
    ])
    const password = said.at(-1)?.split(': ')[1] ?? ''
    await cms.nobody().signIn('moi', password)
    expect((await admin(['verify-audit']))[0]).to.match(/nguyên vẹn: \d+/)
    expect((await admin(['backup']))[0]).to.include('.db')
  })

  it('writes a bundle to a file, and never over another', async () => {
    const people = await cms.as('quantri')
    const { id } = await pairScreen(cms.url, people)
    const to = join(cms.folder, 'goi')
    expect(await refusal(['bundle', '--screen', id])).to.include('--to')
    expect(await refusal(['bundle', '--to', to])).to.include('--group')
    expect(
      await refusal(['bundle', '--group', 'khong-co', '--to', to]),
    ).to.include('notice.no_screens')
    const [said] = await admin(['bundle', '--screen', id, '--to', to])
    expect(said).to.include(`${to}.bangtin`)
    const bytes = await readFile(`${to}.bangtin`)
    expect(bytes.subarray(0, 8).toString()).to.equal('BANGTIN1')
    expect(await refusal(['bundle', '--screen', id, '--to', to])).to.include(
      'EEXIST',
    )
    expect((await readFile(`${to}.bangtin`)).equals(bytes)).to.equal(true)
  })
})
