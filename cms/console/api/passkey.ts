// Passkeys: the browser's half of WebAuthn.
import { startAuthentication, startRegistration } from '@simplewebauthn/browser'
import { call } from './client.js'

type ProofOptions = Parameters<typeof startAuthentication>[0]['optionsJSON']
type NewOptions = Parameters<typeof startRegistration>[0]['optionsJSON']

/**
 * Whether passkeys can work here: they are bound to a name, over https or on
 * this machine, so not to a bare address such as 10.0.0.5.
 */
export function passkeysWork(): boolean {
  const byName = !/^[\d.]+$|^\[/.test(window.location.hostname)
  return byName && window.isSecureContext && 'PublicKeyCredential' in window
}

/** Makes one and adds it. Throws a DOMException when the person breaks off. */
export async function addPasskey(name: string): Promise<void> {
  const { options } = await call('passkeyOptions')
  const answer = await startRegistration({
    optionsJSON: options as unknown as NewOptions,
  })
  await call('addPasskey', { body: { name, answer: { ...answer } } })
}

/** Proves who it is. Throws a DOMException when the person breaks off. */
export async function proveByPasskey(): Promise<void> {
  const { options } = await call('proofOptions')
  const answer = await startAuthentication({
    optionsJSON: options as unknown as ProofOptions,
  })
  await call('proveMyself', { body: { passkey: { ...answer } } })
}

/** Whether the browser, not the server, ended a ceremony: mostly a person did. */
export function isPasskeyBroken(error: unknown): boolean {
  return (
    error instanceof Error &&
    /^(NotAllowed|Abort|InvalidState|Security|NotSupported|Constraint|Type|Unknown)Error$/.test(
      error.name,
    )
  )
}
