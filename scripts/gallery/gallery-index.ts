import type { Finding } from '../../templates/frame/finding.js'

export type Picture = {
  file: string
  template: string
  sample: string
  language: string
  glass: string
  isPlain: boolean
  findings: Finding[]
}

const STYLE =
  'body{font:14px/1.4 system-ui,sans-serif;margin:24px;background:#f4f1ea;color:#1b1410}' +
  '.grid{display:grid;grid-template-columns:repeat(auto-fill,minmax(420px,1fr));gap:16px}' +
  'img{width:100%;border:1px solid #888;background:#000}figure{margin:0}b{color:#a00}' +
  'table{border-collapse:collapse;margin:0 0 24px}td,th{border:1px solid #bbb;padding:4px 10px;text-align:left}'

/** One page to look at: the report first, then every picture by template. */
export function galleryPage(pictures: readonly Picture[]): string {
  const ids = [...new Set(pictures.map((one) => one.template))]
  const rows = ids.map((id) => {
    const own = pictures.filter((one) => one.template === id)
    const faults = own.flatMap((one) => one.findings)
    const said = faults.length === 0 ? 'đạt / pass' : `<b>${faults.length}</b>`
    const plain = own.filter((one) => one.isPlain).length
    return `<tr><td><a href="#${id}">${id}</a></td><td>${own.length}</td><td>${plain}</td><td>${said}</td></tr>`
  })
  const parts = ids.map(
    (id) =>
      `<h2 id="${id}">${id}</h2><div class="grid">${pictures
        .filter((one) => one.template === id)
        .map(figure)
        .join('\n')}</div>`,
  )
  return `<!doctype html><html lang="vi"><meta charset="utf-8"><title>Bảng Tin: gallery</title><style>${STYLE}</style><h1>Mẫu bản tin / Templates</h1><table><tr><th>mẫu / template</th><th>ảnh / pictures</th><th>dàn trang đơn giản / plain layout</th><th>cỡ chữ, tương phản, cắt chữ / size, contrast, clipping</th></tr>${rows.join('')}</table>${parts.join('\n')}</html>`
}

function figure({ file, findings, isPlain }: Picture): string {
  const faults = findings.map(
    (one) =>
      `<br><b>${one.kind}</b> ${escape(one.selector)} “${escape(one.text)}” ${one.measured}/${one.allowed}`,
  )
  return `<figure><a href="${file}"><img src="${file}" loading="lazy" alt=""></a><figcaption>${file}${isPlain ? ' · plain' : ''}${faults.join('')}</figcaption></figure>`
}

function escape(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
