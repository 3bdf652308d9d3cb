import { expect } from 'chai'
import { COMMANDS } from '../../../cms/server/admin/commands.js'
import {
  AdminError,
  openOperatorClient,
} from '../../../cms/server/admin/operator-client.js'
import { readArguments } from '../../../cms/server/admin/read-arguments.js'
import { systemClock } from '../../../shared/kernel/clock.js'
import { generateKeyPair } from '../../../shared/seal/keys.js'
import { offerPairing, heard, pairScreen } from '../../support/fake-screen.js'
import { startCms, type RunningCms } from '../../support/start-cms.js'

describe('the operator’s commands', () => {
  let cms: RunningCms

  before(async () => {
    cms = await startCms()
  })
  after(() => cms.stop())

  async function admin(line: string[]): Promise<string[]> {
    const [name = '', ...rest] = line
    const command = COMMANDS[name]
    if (!command) throw new Error(`no command ${name}`)
    const options = readArguments(rest, command.options)
    const { hostname, port } = new URL(cms.url)
    const client = await openOperatorClient({
      host: hostname,
      port: Number(port),
      dataFolder: cms.folder,
    })
    const said: string[] = []
    const say = (line: string) => void said.push(line)
    await command.run({ client, clock: systemClock, say }, options)
    return said
  }
  const refusal = (line: string[]) =>
    admin(line).then(
      () => '',
      (error: unknown) => (error instanceof AdminError ? error.message : ''),
    )

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

  it('say so when the CMS is not there', async () => {
    const client = await openOperatorClient({
      host: '127.0.0.1',
      port: 1,
      dataFolder: cms.folder,
    })
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
})
