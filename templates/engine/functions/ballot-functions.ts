import Handlebars from 'handlebars'
import { formatNumber } from '../../../shared/text/numbers.js'
import { readCall, type TemplateFunction } from './function-options.js'

const { SafeString } = Handlebars

/** Round of the ring below: 2 π r with r = 42. */
const ROUND = 2 * Math.PI * 42

/**
 * What elections need: the rows of the drawn ballot, and who came to vote.
 * A turnout is said with two decimals and never rounded up to 100 %.
 */
export const ballotFunctions: Record<string, TemplateFunction> = {
  /** Rows of an example: as many as stand, the last ones struck out. */
  ballotRows(...args) {
    const { first, second } = readCall(args)
    const [listed, seats] = [Number(first), Number(second)]
    return Array.from({ length: listed }, (_, i) => ({
      number: i + 1,
      // Spread through the list: the first on paper are not the better ones.
      struck: isStruck(i, listed, Math.max(0, listed - seats)),
    }))
  },
  turnout(...args) {
    const { first, second, scope } = readCall(args)
    const share = shareOf(first, second)
    const hundredths = share === 1 ? 10_000 : Math.floor(share * 10_000)
    return `${formatNumber(hundredths / 100, {
      language: scope.language === 'en' ? 'en' : 'vi',
    })}%`
  },
  turnoutRing(...args) {
    const { first, second } = readCall(args)
    const drawn = (shareOf(first, second) * ROUND).toFixed(2)
    return new SafeString(
      '<svg class="ring" viewBox="0 0 100 100" aria-hidden="true">' +
        '<circle cx="50" cy="50" r="42" fill="none" stroke="#5C0B13" stroke-width="11"/>' +
        '<circle cx="50" cy="50" r="42" fill="none" stroke="#E3B54B" stroke-width="11" ' +
        `stroke-dasharray="${drawn} ${ROUND.toFixed(2)}" transform="rotate(-90 50 50)"/></svg>`,
    )
  },
}

function shareOf(part: unknown, whole: unknown): number {
  const share = Number(part) / Number(whole)
  return Number.isFinite(share) ? Math.max(0, Math.min(1, share)) : 0
}

/** `strikes` of `rows`, evenly apart. */
function isStruck(row: number, rows: number, strikes: number): boolean {
  const upTo = (count: number) => Math.floor((count * strikes) / rows)
  return upTo(row + 1) > upTo(row)
}
