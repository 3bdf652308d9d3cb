import { expect } from 'chai'
import {
  detailOf,
  isCaptivePortal,
  troubleOf,
} from '../../../player/node/net-trouble.js'
import { proxyFor } from '../../../player/node/proxy.js'

const failed = (code: string) =>
  new TypeError('fetch failed', {
    cause: Object.assign(new Error(code), { code }),
  })

describe('trouble on the way to the CMS', () => {
  it('is said in one word', () => {
    for (const [code, word] of [
      ['ENETUNREACH', 'no_network'],
      ['EAI_AGAIN', 'no_name'],
      ['ECONNREFUSED', 'unreachable'],
      ['SELF_SIGNED_CERT_IN_CHAIN', 'tls_intercepted'],
      ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls_intercepted'],
      ['CERT_NOT_YET_VALID', 'tls_clock'],
      ['UND_ERR_HEADERS_TIMEOUT', 'timeout'],
    ] as const)
      expect(troubleOf(failed(code), false), code).to.equal(word)
    expect(troubleOf(new DOMException('late', 'TimeoutError'), false)).to.equal(
      'timeout',
    )
    expect(troubleOf(failed('ECONNREFUSED'), true)).to.equal('proxy')
    expect(detailOf(failed('ENOTFOUND'))).to.equal('ENOTFOUND')
  })

  it('knows a sign-in page from an answer', () => {
    expect(isCaptivePortal(200, 'text/html; charset=utf-8')).to.equal(true)
    expect(isCaptivePortal(302, '')).to.equal(true)
    expect(isCaptivePortal(511, '')).to.equal(true)
    expect(isCaptivePortal(304, '')).to.equal(false)
    expect(isCaptivePortal(200, 'application/json')).to.equal(false)
    expect(isCaptivePortal(502, 'text/html')).to.equal(false)
  })

  it('finds the proxy the environment names, and whom it spares', () => {
    const env = {
      HTTPS_PROXY: 'http://proxy:3128',
      NO_PROXY: 'localhost, .noi-bo.vn,10.0.0.1',
    }
    expect(proxyFor('https://cms.vn', env)).to.equal('http://proxy:3128')
    expect(proxyFor('http://cms.vn', env)).to.equal(null)
    expect(proxyFor('https://cms.noi-bo.vn', env)).to.equal(null)
    expect(proxyFor('https://noi-bo.vn', env)).to.equal(null)
    expect(proxyFor('https://10.0.0.1:8443', env)).to.equal(null)
    expect(proxyFor('https://xnoi-bo.vn', env)).not.to.equal(null)
    expect(proxyFor('https://x.vn', { ...env, NO_PROXY: '*' })).to.equal(null)
    expect(proxyFor('https://x.vn', { https_proxy: 'http://p' })).to.equal(
      'http://p',
    )
  })
})
