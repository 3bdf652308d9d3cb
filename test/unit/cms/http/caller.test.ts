import type { IncomingMessage } from 'node:http'
import { expect } from 'chai'
import fc from 'fast-check'
import { createCallerOf } from '../../../../cms/server/http/caller.js'
import type { ProxyTrust } from '../../../../cms/server/config/front-door.js'

const NGINX: ProxyTrust = { networks: ['127.0.0.1', '10.1.0.0/16', '::1'] }

function asked(from: string, headers: Record<string, string> = {}) {
  return {
    headers: { host: 'cms.noi-bo:8080', ...headers },
    socket: { remoteAddress: from },
  } as unknown as IncomingMessage
}
const seen = (
  trust: ProxyTrust,
  from: string,
  headers: Record<string, string> = {},
) => createCallerOf(trust)(asked(from, headers))

describe('where a request comes from', () => {
  it('believes no header unless the installation says whose', () => {
    const header = fc.record({
      'x-forwarded-for': fc.oneof(fc.ipV4(), fc.ipV6(), fc.string()),
      'x-forwarded-proto': fc.constantFrom('https', 'http', 'x'),
      'x-forwarded-host': fc.oneof(fc.domain(), fc.string()),
    })
    fc.assert(
      fc.property(header, (headers) => {
        expect(seen(null, '203.0.113.9', headers)).to.deep.equal({
          address: '203.0.113.9',
          protocol: 'http',
          host: 'cms.noi-bo:8080',
          isLocal: false,
        })
      }),
      { numRuns: 200 },
    )
  })

  it('believes no proxy at an address that was not named', () => {
    const headers = { 'x-forwarded-for': '127.0.0.1' }
    expect(seen(NGINX, '203.0.113.9', headers)).to.include({
      address: '203.0.113.9',
      isLocal: false,
    })
  })

  it('takes the last address that no trusted proxy has, not what was sent', () => {
    const headers = {
      'x-forwarded-for': '127.0.0.1, 198.51.100.7, 10.1.2.3',
      'x-forwarded-proto': 'https',
      'x-forwarded-host': 'bangtin.gialai.gov.vn',
    }
    expect(seen(NGINX, '::ffff:127.0.0.1', headers)).to.deep.equal({
      address: '198.51.100.7',
      protocol: 'https',
      host: 'bangtin.gialai.gov.vn',
      isLocal: false,
    })
  })

  it('counts hops from the nearest', () => {
    const headers = { 'x-forwarded-for': '192.0.2.1, 198.51.100.7, 10.9.9.9' }
    const address = (hops: number) =>
      seen({ hops }, '10.0.0.1', headers).address
    expect([1, 2, 3, 9].map(address)).to.deep.equal([
      '10.9.9.9',
      '198.51.100.7',
      '192.0.2.1',
      '192.0.2.1',
    ])
  })

  it('reads ports, brackets and mapped addresses, and stops at rubbish', () => {
    const address = (words: string) =>
      seen({ hops: 1 }, '127.0.0.1', { 'x-forwarded-for': words }).address
    expect(address('198.51.100.7:4711')).to.equal('198.51.100.7')
    expect(address('[2001:db8::7]:4711')).to.equal('2001:db8::7')
    expect(address('::FFFF:198.51.100.7')).to.equal('198.51.100.7')
    expect(address('unknown')).to.equal('127.0.0.1')
    const rubbish = { 'x-forwarded-for': '<script>' }
    expect(seen({ hops: 1 }, '127.0.0.1', rubbish).isLocal).to.equal(false)
  })

  it('is local only when nobody stands in between, or the client is here', () => {
    expect(seen(null, '127.0.0.1').isLocal).to.equal(true)
    expect(seen(NGINX, '::1').isLocal).to.equal(true)
    for (const name of ['x-forwarded-for', 'x-real-ip', 'via', 'forwarded'])
      expect(seen(null, '127.0.0.1', { [name]: '127.0.0.1' }).isLocal).to.equal(
        false,
      )
    const from = (words: string) =>
      seen(NGINX, '127.0.0.1', { 'x-forwarded-for': words }).isLocal
    expect(from('198.51.100.7')).to.equal(false)
    expect(from('198.51.100.7, 127.0.0.1')).to.equal(false)
    expect(from('127.0.0.1')).to.equal(true)
  })
})
