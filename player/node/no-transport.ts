import type { Refused, Transport } from '../core/ports.js'

/** The way to a CMS whose address nobody has said yet: there is none. */
const nowhere = async (): Promise<Refused> => ({
  ok: false,
  reason: 'offline',
  detail: 'no address of a CMS is known',
})

export const noTransport: Transport = {
  getTime: nowhere,
  offerPairing: nowhere,
  askPairing: nowhere,
  getManifest: nowhere,
  getKeyring: nowhere,
  getFile: nowhere,
  sendReport: async () => 'unsent',
  openLink(_assertion, listener) {
    queueMicrotask(() => listener.down({ detail: 'no address' }))
    return { report: async () => 'unsent', close() {} }
  },
}
