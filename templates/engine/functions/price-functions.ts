import { formatNumber } from '../../../shared/text/numbers.js'
import type { RenderScope } from '../catalogue.js'
import { readCall, type TemplateFunction } from './function-options.js'
import { instantHere } from './instant-functions.js'

/** The fields of the prices slide. */
type PriceBoard = {
  date: string
  time: string
  hours: number
  rows: { price: number; change?: number; hours?: number }[]
}

/**
 * A stale price is worse than none: each row carries the instant from which the
 * screen shows it no more, its own where it has one.
 */
export const priceFunctions: Record<string, TemplateFunction> = {
  priceRows(...args) {
    const { first, scope } = readCall(args)
    const board = first as PriceBoard
    return board.rows.map((row) => ({
      ...row,
      until: expiryOf(board, row),
      priceText: say(row.price, scope),
      changeText:
        row.change === undefined ? '' : say(Math.abs(row.change), scope),
      direction: directionOf(row.change ?? 0),
    }))
  },
  /** The instant from which no price of the board holds. */
  lastExpiry(...args) {
    const board = readCall(args).first as PriceBoard
    return board.rows
      .map((row) => expiryOf(board, row))
      .sort()
      .at(-1)
  },
}

function expiryOf(board: PriceBoard, row: { hours?: number }): string {
  return instantHere(board.date, board.time, row.hours ?? board.hours)
}

function directionOf(change: number): 'up' | 'down' | 'same' {
  if (change === 0) return 'same'
  return change > 0 ? 'up' : 'down'
}

function say(value: number, scope: RenderScope): string {
  return formatNumber(value, {
    language: scope.language === 'en' ? 'en' : 'vi',
  })
}
