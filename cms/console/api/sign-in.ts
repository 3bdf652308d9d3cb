// Signing in and out is better-auth's own door, beside the endpoint table.
import { startAuthentication } from '@simplewebauthn/browser'
import { API, request } from './client.js'

type Options = Parameters<typeof startAuthentication>[0]['optionsJSON']

/**
 * Opens a session (an HttpOnly cookie), or answers that a second factor is
 * wanted first. Throws ApiProblem `auth.invalid` when name or password is
 * wrong, `request.too_many` after too many tries.
 */
export async function signIn(
  username: string,
  password: string,
): Promise<'done' | 'second-factor'> {
  const answer = await post('sign-in/username', { username, password })
  return answer['secondFactor'] === true ? 'second-factor' : 'done'
}

/** The second step: a code of the phone, or one of the recovery codes. */
export async function signInByCode(
  code: string,
  kind: 'code' | 'recovery-code',
): Promise<void> {
  await post(`sign-in/${kind}`, { code })
}

/** Throws a DOMException when the person breaks off. */
export async function signInByPasskey(): Promise<void> {
  const { options } = await post('sign-in/passkey-options', {})
  const answer = await startAuthentication({ optionsJSON: options as Options })
  await post('sign-in/passkey', { answer })
}

/** Ends the session of this browser. */
export async function signOut(): Promise<void> {
  await post('sign-out', {})
}

async function post(
  path: string,
  body: object,
): Promise<Record<string, unknown>> {
  const answer = await request(`${API}/auth/${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  return (await answer.json()) as Record<string, unknown>
}
