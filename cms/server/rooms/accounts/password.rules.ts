import { AppError } from '../../../../shared/kernel/app-error.js'
import { foldVietnamese } from '../../../../shared/text/fold.js'
import { PASSWORD_MAX, PASSWORD_MIN } from './authentication.js'
import { VIETNAMESE_FAVOURITES } from './known-passwords.js'

/** Fewer guesses than this and a stolen hash is opened in no time. */
const MIN_GUESSES_LOG10 = 8

/**
 * Length and not being known are what count (NIST SP 800-63B §3.1.1.2): 10–128
 * characters, not the user name dressed up, not one character repeated, and
 * not a password of the lists, a run of keys or a date, nor one of these with
 * something behind it. Throws `account.weak_password`.
 */
export async function requireGoodPassword(
  password: string,
  userName: string,
): Promise<void> {
  const text = password.normalize('NFC')
  const long = text.length >= PASSWORD_MIN
  const short = text.length <= PASSWORD_MAX
  const varied = new Set(text).size >= 4
  const weak = !long || !short || !varied || isTelling(text, userName)
  if (weak || (await isKnown(text, userName)))
    throw new AppError('account.weak_password', { minLength: PASSWORD_MIN })
}

/** "Nguyễn Văn A 1" tells nguyen.vana. A short name is in many a good one. */
function isTelling(password: string, userName: string): boolean {
  const letters = (text: string) =>
    foldVietnamese(text).replace(/[^a-z0-9]/g, '')
  const name = letters(userName)
  return name.length >= 5 && letters(password).includes(name)
}

async function isKnown(password: string, userName: string): Promise<boolean> {
  const guesser = await (opened ??= openGuesser())
  const folded = foldVietnamese(password)
  return [password, folded].some(
    (text) => guesser.check(text, [userName]).guessesLog10 < MIN_GUESSES_LOG10,
  )
}

type Guesser = {
  check(password: string, inputs: string[]): { guessesLog10: number }
}
let opened: Promise<Guesser> | undefined

/** 25 MB of lists: read when the first password is chosen, not at every start. */
async function openGuesser(): Promise<Guesser> {
  const [{ ZxcvbnFactory }, { dictionary, adjacencyGraphs }] =
    await Promise.all([
      import('@zxcvbn-ts/core'),
      import('@zxcvbn-ts/language-common'),
    ])
  return new ZxcvbnFactory({
    dictionary: { ...dictionary, vietnamese: [...VIETNAMESE_FAVOURITES] },
    graphs: adjacencyGraphs,
  })
}
