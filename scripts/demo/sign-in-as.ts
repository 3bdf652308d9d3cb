import { signIn, type ApiSession } from './api-session.js'
import type { Demo } from './demo-file.js'

/** Signs in as one of the demo's people. */
export async function signInAs(
  cmsUrl: string,
  demo: Demo,
  username: string,
): Promise<ApiSession> {
  const account = demo.accounts.find((one) => one.username === username)
  if (!account) throw new Error(`the demo has no ${username}`)
  return signIn(cmsUrl, account.username, account.password)
}
