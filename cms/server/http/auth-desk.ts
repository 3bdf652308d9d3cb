/**
 * Speaks to better-auth on behalf of a request: only fields we name go in, and
 * of what comes out only the cookies leave the house, never the token.
 */
import { fromNodeHeaders } from 'better-auth/node'
import type { Request, Response } from 'express'
import {
  ADDRESS_HEADER,
  AUTH_PATH,
  COOKIE_PREFIX,
  type Authentication,
} from '../rooms/accounts/authentication.js'

/** better-auth's answer. */
export type LibraryAnswer = {
  ok: boolean
  status: number
  body: Record<string, unknown>
  cookies: string[]
}

type Asked = {
  path: string
  body: Record<string, unknown>
  /** Someone signs in: whoever was signed in before counts for nothing. */
  afresh?: boolean
}

/** Posts to one of better-auth's routes with the caller's cookies. */
export async function askLibrary(
  { authentication }: { authentication: Pick<Authentication, 'handle'> },
  request: Request,
  { path, body, afresh = false }: Asked,
): Promise<LibraryAnswer> {
  const headers = libraryHeaders(request, afresh)
  headers.set('content-type', 'application/json')
  headers.delete('content-length')
  const url = `http://${request.headers.host ?? 'localhost'}${AUTH_PATH}${path}`
  return readAnswer(
    await authentication.handle(
      new globalThis.Request(url, {
        method: 'POST',
        headers,
        body: JSON.stringify(body),
      }),
    ),
  )
}

export async function readAnswer(
  answer: globalThis.Response,
): Promise<LibraryAnswer> {
  const body: unknown = await answer.json().catch(() => null)
  return {
    ok: answer.ok,
    status: answer.status,
    body: (body ?? {}) as Record<string, unknown>,
    cookies: answer.headers.getSetCookie(),
  }
}

/** The caller's headers, with the address our door has found. */
export function libraryHeaders(request: Request, afresh: boolean): Headers {
  const headers = fromNodeHeaders(request.headers)
  headers.set(ADDRESS_HEADER, request.ip ?? '')
  // Our door has looked at the origin; programs, which send none, have passed.
  if (!headers.has('origin'))
    headers.set('origin', `http://${request.headers.host ?? 'localhost'}`)
  const cookies = headers.get('cookie') ?? ''
  const kept = afresh ? withoutSession(cookies) : cookies
  if (kept === '') headers.delete('cookie')
  else headers.set('cookie', kept)
  return headers
}

/** Hands better-auth's cookies on; `Secure` when the browser came by TLS. */
export function giveCookies(
  { cookies }: Pick<LibraryAnswer, 'cookies'>,
  response: Response,
): void {
  const isSecure = response.req.secure
  for (const cookie of cookies) {
    const lacks = isSecure && !/;\s*secure\b/i.test(cookie)
    response.append('Set-Cookie', lacks ? `${cookie}; Secure` : cookie)
  }
}

/** The token of the session that was opened, and whose it is. */
export function openedSession({
  body,
}: LibraryAnswer): { token: string; personId: string } | null {
  const { token, user } = body as {
    token?: unknown
    user?: { id?: unknown }
  }
  return typeof token === 'string' && typeof user?.id === 'string'
    ? { token, personId: user.id }
    : null
}

function withoutSession(cookies: string): string {
  return cookies
    .split(';')
    .filter((part) => !part.includes(`${COOKIE_PREFIX}.session_token=`))
    .join(';')
}
