/** Who has a draft open is told to those who may write in it, to nobody else. */
import { expect } from 'chai'
import { io, type Socket } from 'socket.io-client'
import type {
  ConsoleToServerEvents,
  DraftEditor,
  ServerToConsoleEvents,
} from '../../../shared/contract/console-link.js'
import { officialNotice } from '../../support/bulletins.js'
import {
  PEOPLE,
  startCms,
  type PersonName,
  type RunningCms,
} from '../../support/start-cms.js'
import { waitFor } from '../../support/wait-for.js'

type Link = Socket<ServerToConsoleEvents, ConsoleToServerEvents>

describe('a draft that is open', () => {
  let cms: RunningCms
  let id: string
  const links: Link[] = []

  before(async () => {
    cms = await startCms()
    const ha = await cms.as('ha')
    id = (await ha.call('createBulletin', { body: officialNotice() })).id
  })
  after(async () => {
    for (const link of links) link.close()
    await cms.stop()
  })

  async function open(person: PersonName) {
    const { headers } = await cms.as(person)
    const link: Link = io(`${cms.url}/console`, {
      transports: ['websocket'],
      forceNew: true,
      extraHeaders: headers,
    })
    links.push(link)
    const heard: DraftEditor[][] = []
    link.on('draft:editors', (what) => heard.push(what.editors))
    await new Promise<void>((resolve) => link.once('connect', resolve))
    return { link, heard }
  }
  const names = (heard: DraftEditor[][]) =>
    (heard.at(-1) ?? []).map(({ name }) => name).sort()

  it('is not told to a clerk of another commune', async () => {
    const ha = await open('ha')
    ha.link.emit('draft:opened', { id })
    await waitFor(() => names(ha.heard).length === 1)
    const stranger = await open('binh')
    stranger.link.emit('draft:opened', { id })
    stranger.link.emit('draft:opened', { id: 'x'.repeat(4000) })
    stranger.link.emit('draft:opened', null as never)
    const tinh = await open('tinh')
    tinh.link.emit('draft:opened', { id })
    const both = [PEOPLE.ha.displayName, PEOPLE.tinh.displayName].sort()
    await waitFor(() => names(ha.heard).length === 2)
    await waitFor(() => names(tinh.heard).length === 2)
    expect(names(ha.heard)).to.deep.equal(both)
    expect(stranger.heard).to.deep.equal([])
    tinh.link.emit('draft:closed')
    await waitFor(() => names(ha.heard).length === 1)
    tinh.link.emit('draft:opened', { id })
    await waitFor(() => names(ha.heard).length === 2)
    tinh.link.close()
    await waitFor(() => names(ha.heard).length === 1)
  })
})
