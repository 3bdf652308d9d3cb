import { expect } from 'chai'
import { hashPin, isPinOf } from '../../../shared/seal/pin-hash.js'
import {
  createPinGate,
  IDLE_MS,
  LONGEST_WAIT_MS,
} from '../../../player/node/technician/pin-gate.js'
import { rowsOf } from '../../../player/node/technician/box-network.js'
import { fakeTime } from './fake-host.js'

describe('the PIN of a technician', () => {
  it('is salted, slow, and never believed in another shape', async () => {
    const [one, two] = [await hashPin('246810'), await hashPin('246810')]
    expect(one).not.to.equal(two)
    expect(await isPinOf('246811', one)).to.equal(false)
    expect(await isPinOf('246810', one)).to.equal(true)
    const quick = one.replace(':210000:', ':1:')
    const endless = one.replace(':210000:', ':9999999:')
    for (const hash of ['', 'plain', quick, endless])
      expect(await isPinOf('246810', hash), hash).to.equal(false)
  })

  it('waits longer after every wrong guess, and never for good', async () => {
    const time = fakeTime()
    const hash = await hashPin('246810')
    const gate = createPinGate({ steadyClock: time, pinHash: async () => hash })
    const waits: number[] = []
    for (let guess = 0; guess < 9; guess += 1) {
      const refused = await gate.open('000000')
      if (refused.ok) throw new Error('let in')
      expect(refused.reason).to.equal('wrong_pin')
      waits.push(refused.waitSeconds)
      if (refused.waitSeconds > 0)
        expect(await gate.open('246810')).to.include({ reason: 'wait' })
      await time.advance(refused.waitSeconds * 1000)
    }
    expect(waits).to.deep.equal([0, 0, 2, 4, 8, 16, 32, 60, 60])
    expect(Math.max(...waits) * 1000).to.equal(LONGEST_WAIT_MS)
    const opened = await gate.open('246810')
    if (!opened.ok) throw new Error('kept out')
    await time.advance(IDLE_MS - 1)
    expect(gate.isOpen(opened.session)).to.equal(true)
    await time.advance(IDLE_MS + 1)
    expect(gate.isOpen(opened.session)).to.equal(false)
  }).timeout(10_000)

  it('looks at one guess at a time', async () => {
    const hash = await hashPin('246810')
    const gate = createPinGate({
      steadyClock: fakeTime(),
      pinHash: async () => hash,
    })
    const [first, second] = await Promise.all([
      gate.open('000000'),
      gate.open('246810'),
    ])
    expect(first).to.include({ ok: false, reason: 'wrong_pin' })
    expect(second).to.include({ ok: false, reason: 'wait' })
  })

  it('lets nobody in where there is no PIN', async () => {
    const gate = createPinGate({
      steadyClock: fakeTime(),
      pinHash: async () => null,
    })
    expect(await gate.open('')).to.include({ ok: false })
  })
})

describe("NetworkManager's terse lines", () => {
  it('are cut at colons that are not escaped', () => {
    expect(rowsOf('81:UBND\\: xã\\\\2\n:x\na::b\n')).to.deep.equal([
      ['81', 'UBND: xã\\2'],
      ['', 'x'],
      ['a', '', 'b'],
    ])
  })
})
