/**
 * The API as a page to read: made on the server from our own OpenAPI document,
 * in the reader's language, with no script and nothing from another host.
 */
import type { RequestHandler } from 'express'
import {
  errorCodeSchema,
  type ErrorCode,
} from '../../../shared/contract/errors.js'
import { errorSentence } from '../../../shared/text/copy/say.js'
import { referenceWords } from '../../../shared/text/reference-words.js'
import { languageOf, type ReaderLanguage } from './reader.js'
import { fieldsOf, type Field, type Json } from './reference-fields.js'
import { REFERENCE_STYLE } from './reference-style.js'

type Operation = {
  operationId: string
  summary: string
  parameters?: { name: string; in: string; required: boolean; schema: Json }[]
  requestBody?: { content: Record<string, { schema: Json }> }
  responses: Record<
    string,
    { description: string; content?: Record<string, { schema: Json }> }
  >
}
type Document = { paths: Record<string, Record<string, Operation>> }
type Entry = { method: string; path: string; operation: Operation }

/** GET /api/v1/reference; `?lang=vi|en` wins over what the browser says. */
export function referencePage(document: Json): RequestHandler {
  const pages = new Map<ReaderLanguage, string>()
  const pageIn = (language: ReaderLanguage) => {
    const kept = pages.get(language)
    if (kept !== undefined) return kept
    const made = renderReference(document as unknown as Document, language)
    pages.set(language, made)
    return made
  }
  return (request, response) => {
    const { lang } = request.query
    const language = lang === 'vi' || lang === 'en' ? lang : languageOf(request)
    response.setHeader('Cache-Control', 'no-cache')
    response.setHeader('Content-Language', language)
    response.vary('Accept-Language, Cookie')
    response.type('html').send(pageIn(language))
  }
}

/** The whole page; every word of the document is escaped. */
export function renderReference(
  document: Document,
  language: ReaderLanguage,
): string {
  const words = referenceWords[language]
  const rooms = byRoom(document)
  const other = language === 'vi' ? 'en' : 'vi'
  const menu = [...rooms.keys()].map(
    (room) =>
      `<li><a href="#${escape(room)}">${escape(words.rooms[room] ?? room)}</a></li>`,
  )
  const sections = [...rooms].map(
    ([room, entries]) =>
      `<section aria-labelledby="${escape(room)}"><h2 id="${escape(room)}">${escape(
        words.rooms[room] ?? room,
      )}</h2>${entries.map((entry) => operationOf(entry, language)).join('')}</section>`,
  )
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(words.title)}</title><style>${REFERENCE_STYLE}</style></head>
<body><a class="skip" href="#main">${escape(words.skip)}</a>
<header><p><a href="/">Bảng Tin</a></p><h1>${escape(words.title)}</h1>
<p><a href="?lang=${other}" lang="${other}" hreflang="${other}">${escape(words.other)}</a>
 · <a href="/api/v1/openapi.json">OpenAPI 3.1</a></p></header>
<nav aria-label="${escape(words.contents)}"><ul>${menu.join('')}</ul></nav>
<main id="main"><section>${words.lead
    .map((line) => `<p>${escape(line)}</p>`)
    .join('')}
<pre tabindex="0">curl -H 'Authorization: Bearer bt_…' https://…/api/v1/bulletins?limit=20</pre></section>
${sections.join('')}</main></body></html>`
}

function byRoom({ paths }: Document): Map<string, Entry[]> {
  const rooms = new Map<string, Entry[]>()
  for (const [path, methods] of Object.entries(paths))
    for (const [method, operation] of Object.entries(methods)) {
      const room = path.split('/')[1] ?? ''
      const entries = rooms.get(room) ?? []
      entries.push({ method: method.toUpperCase(), path, operation })
      rooms.set(room, entries)
    }
  return new Map([...rooms].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function operationOf(entry: Entry, language: ReaderLanguage): string {
  const words = referenceWords[language]
  const { method, path, operation } = entry
  const asked = (operation.parameters ?? []).map((one): Field => ({
    name: one.name,
    type: fieldsOf(one.schema)[0]?.type ?? String(one.schema['type'] ?? ''),
    required: one.required,
    depth: 0,
  }))
  const body = Object.values(operation.requestBody?.content ?? {})[0]?.schema
  const answer = operation.responses['200']?.content?.['application/json']
  return `<details id="${escape(operation.operationId)}"><summary>
<span class="method ${method.toLowerCase()}">${method}</span>
<code>/api/v1${escape(path)}</code><span class="what" lang="en">${escape(
    operation.summary,
  )}</span></summary>
${tableOf(words.parameters, asked, language)}
${body ? tableOf(words.body, fieldsOf(body), language) : ''}
${answer ? tableOf(words.answer, fieldsOf(answer.schema), language) : ''}
${refusalsOf(operation, language)}</details>`
}

function tableOf(
  title: string,
  fields: readonly Field[],
  language: ReaderLanguage,
): string {
  if (fields.length === 0) return ''
  const words = referenceWords[language]
  const rows = fields.map(
    ({ name, type, required, depth }) =>
      `<tr><th scope="row"><code class="d${Math.min(depth, 4)}">${escape(name)}</code></th><td>${escape(
        type,
      )}</td><td>${required ? escape(words.required) : ''}</td></tr>`,
  )
  return `<h3>${escape(title)}</h3><div class="scroll" tabindex="0"><table><thead><tr><th scope="col">${escape(
    words.name,
  )}</th><th scope="col">${escape(words.type)}</th><th scope="col"></th></tr></thead><tbody>${rows.join(
    '',
  )}</tbody></table></div>`
}

function refusalsOf(operation: Operation, language: ReaderLanguage): string {
  const rows = Object.entries(operation.responses)
    .filter(([status]) => status !== '200')
    .flatMap(([status, { description }]) =>
      description.split(', ').map((code) => {
        const parsed = errorCodeSchema.safeParse(code)
        const said = parsed.success ? sentenceOf(parsed.data, language) : ''
        return `<tr><th scope="row">${status}</th><td><code>${escape(code)}</code></td><td>${escape(said)}</td></tr>`
      }),
    )
  return `<h3>${escape(referenceWords[language].refusals)}</h3><div class="scroll" tabindex="0"><table><tbody>${rows.join(
    '',
  )}</tbody></table></div>`
}

const sentenceOf = (code: ErrorCode, language: ReaderLanguage) =>
  errorSentence(code, {}, language)

function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
