/** Small documents as the engine would render them, for tests of the frame. */
export function slide(body: string, css = ''): string {
  return (
    '<!doctype html><html lang="vi"><head><meta charset="utf-8">' +
    '<meta http-equiv="Content-Security-Policy" content="default-src \'none\'; ' +
    "style-src 'self' 'unsafe-inline'; img-src 'self' data:; font-src 'self'; " +
    "base-uri 'self'; form-action 'none'\">" +
    '<style>*{box-sizing:border-box;margin:0}' +
    'body{width:100vw;height:100vh;background:#fcf9f3;color:#1b1410;' +
    `font:500 42px/1.4 sans-serif}${css}</style></head><body>${body}</body></html>`
  )
}

const ROW_CSS =
  '.rows{position:absolute;left:96px;top:20px;width:1200px;height:792px}' +
  '.row{height:var(--flow-row);border-bottom:2px solid #d8cbb4}'

/** A list of `count` rows that may not be lower than 132 px. */
export function rows(count: number): string {
  const all = Array.from(
    { length: count },
    (_, i) => `<div class="row" data-flow-item>Người số ${i + 1}</div>`,
  ).join('')
  return slide(
    `<div class="rows" data-flow data-flow-min="132">${all}</div>`,
    ROW_CSS,
  )
}

/** A table far longer than its box. */
export function longTable(count: number): string {
  const body = Array.from(
    { length: count },
    (_, i) => `<tr><td>${i + 1}</td><td>Thôn ${i + 1}</td></tr>`,
  ).join('')
  return slide(
    '<div class="box" data-flow><table><thead><tr><th>Số</th><th>Nơi</th></tr>' +
      `</thead><tbody>${body}</tbody></table></div>`,
    '.box{position:absolute;left:96px;top:40px;width:1600px;height:700px}' +
      'table{width:100%;border-collapse:collapse}td,th{height:70px;text-align:left}',
  )
}
