// Signing in and out is better-auth's own door, beside the endpoint table.
import { API, request } from './client.js'

/**
 * Opens a session (an HttpOnly cookie). Throws ApiProblem `auth.invalid` when
 * name or password is wrong, `request.too_many` after too many tries.
 */
export async function signIn(
  username: string,
  password: string,
): Promise<void> {
  await request(`${API}/auth/sign-in/username`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ username, password }),
  })
}

/** Ends the session of this browser. */
export async function signOut(): Promise<void> {
  await request(`${API}/auth/sign-out`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{}',
  })
}
