/*
 * The one place where a slide becomes a document: no scripts, its files by
 * hash, and a policy that says so to the browser too.
 */
import Handlebars from 'handlebars'
import type { RenderScope, Sheeted } from './catalogue.js'

/** Nothing but our own files, and no scripts ever. */
export const SLIDE_POLICY =
  "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; base-uri 'self'; form-action 'none'"

/** A slide with a film may load it; no other slide may. */
const FILM_POLICY = "; media-src 'self'"

const { escapeExpression } = Handlebars

/** The whole document of a slide or of the furniture. Same input, same bytes. */
export function renderDocument(
  kind: Sheeted,
  content: {
    fields: Readonly<Record<string, unknown>>
    language: string
    title: string
    pictures: RenderScope['pictures']
  },
): string {
  const scope: RenderScope = {
    language: content.language,
    words: kind.words,
    pictures: content.pictures,
    drawings: { count: 0 },
  }
  const body = kind.markup(content.fields, scope).trim()
  const policy = SLIDE_POLICY + (body.includes('<video') ? FILM_POLICY : '')
  const sheets = kind.sheets
    .map((sha256) => `<link rel="stylesheet" href="${sha256}">`)
    .join('')
  return (
    `<!doctype html><html lang="${content.language}"><head>` +
    '<meta charset="utf-8">' +
    `<meta http-equiv="Content-Security-Policy" content="${policy}">` +
    `<title>${escapeExpression(content.title)}</title>${sheets}` +
    `</head><body>${body}</body></html>\n`
  )
}
