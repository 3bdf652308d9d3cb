import { AppError } from '../../../../shared/kernel/app-error.js'
import { PASSWORD_MAX, PASSWORD_MIN } from './authentication.js'

/**
 * Length is what counts (NIST SP 800-63B): 10–128 characters, not the user
 * name dressed up, not one character repeated. Throws `account.weak_password`.
 */
export function requireGoodPassword(password: string, userName: string): void {
  const long = password.length >= PASSWORD_MIN
  const short = password.length <= PASSWORD_MAX
  const varied = new Set(password).size >= 4
  // A short name is found inside many a good password.
  const telling = userName.length >= 5 ? userName.toLowerCase() : null
  const other = telling === null || !password.toLowerCase().includes(telling)
  if (!long || !short || !varied || !other)
    throw new AppError('account.weak_password', { minLength: PASSWORD_MIN })
}
