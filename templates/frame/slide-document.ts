/**
 * Rules every slide needs to be measured and paged by its parent. They stand
 * before the slide's own sheet, so a template can still say more.
 */
const FRAME_CSS = [
  'html,body{margin:0;overflow:hidden}',
  '[hidden]{display:none!important}',
  // Without scripts Chromium gives every film its buttons: not on a wall.
  'video::-webkit-media-controls{display:none!important}',
  'video[data-film]:not([data-ready]){visibility:hidden}',
  '[data-flow-item]{break-inside:avoid}',
  '[data-flow] tr,[data-flow] thead{break-inside:avoid}',
].join('')

/**
 * The document as the iframe gets it: relative addresses (the bare hashes of
 * files) resolve under `filesUrl`, and the frame's own rules come first.
 *
 * @param filesUrl where files stand by their hash, with or without a last `/`
 */
export function slideDocument(html: string, filesUrl: string): string {
  const folder = filesUrl.endsWith('/') ? filesUrl : `${filesUrl}/`
  const head = `<base href="${escapeAttribute(folder)}"><style>${FRAME_CSS}</style>`
  const place = /<head(\s[^>]*)?>/i.exec(html)
  if (!place) return head + html
  const end = place.index + place[0].length
  return html.slice(0, end) + head + html.slice(end)
}

function escapeAttribute(value: string): string {
  return value.replace(/&/g, '&amp;').replace(/"/g, '&quot;')
}
