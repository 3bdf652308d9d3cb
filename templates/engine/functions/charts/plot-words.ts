/* The words around the shapes of a chart, placed by per cents of the plot. */
import Handlebars from 'handlebars'
import { percent, type ChartPoint } from './chart-point.js'

const { escapeExpression } = Handlebars

/**
 * One element with escaped text. Places are numbers of ours, never a field, so
 * they may stand in a style.
 */
export function element(
  what: { tag: 'b' | 'span' | 'i'; class: string; kind?: string },
  place: Readonly<Record<string, string>>,
  text: string,
): string {
  const style = Object.entries(place)
    .map(([name, value]) => `${name}:${value}`)
    .join(';')
  const kind = what.kind ? ` data-kind="${what.kind}"` : ''
  return `<${what.tag} class="${what.class}"${kind} style="${style}">${escapeExpression(text)}</${what.tag}>`
}

/** The names of the points, each under its own. */
export function labelsUnder(points: readonly ChartPoint[]): string {
  const names = points.map(
    ({ label }) => `<span>${escapeExpression(label)}</span>`,
  )
  return `<div class="axis" data-count="${points.length}" data-fit="19,40">${names.join('')}</div>`
}

/** An upright line before each point that begins a new series. */
export function breakMarks(points: readonly ChartPoint[]): string {
  return points
    .map(({ newSeries }, i) =>
      newSeries && i > 0
        ? element(
            { tag: 'i', class: 'break-line' },
            { left: percent(i / points.length) },
            '',
          )
        : '',
    )
    .join('')
}
