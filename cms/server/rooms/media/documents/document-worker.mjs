/**
 * Runs in a thread of its own, so that a hostile document can take neither the
 * memory nor the time of the CMS. Says one message per page and waits to be
 * asked for the next. Plain JavaScript: a thread has no loader of TypeScript.
 * Its messages are typed in document-messages.ts.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { createCanvas } from '@napi-rs/canvas'

const say = (answer) => {
  parentPort?.postMessage(answer)
}

/** Longest side of a page's picture, in pixels: sharp on 4K portrait glass. */
const SIDE = 3000
/** Points; a page larger than this (A0) is drawn no finer. */
const SCALE_MAX = 4

async function openPdf(path) {
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const home = dirname(
    createRequire(import.meta.url).resolve('pdfjs-dist/package.json'),
  )
  return pdfjs.getDocument({
    data: new Uint8Array(await readFile(path)),
    standardFontDataUrl: `${join(home, 'standard_fonts')}/`,
    cMapUrl: `${join(home, 'cmaps')}/`,
    cMapPacked: true,
    wasmUrl: `${join(home, 'wasm')}/`,
    isEvalSupported: false,
    enableXfa: false,
    disableFontFace: true,
    useSystemFonts: false,
    stopAtErrors: false,
    maxImageSize: 80_000_000,
    verbosity: 0,
  }).promise
}

async function drawPage(pdf, number) {
  const page = await pdf.getPage(number)
  const whole = page.getViewport({ scale: 1 })
  const longest = Math.max(whole.width, whole.height)
  const scale = Math.min(SCALE_MAX, SIDE / longest)
  const viewport = page.getViewport({ scale })
  const width = Math.max(1, Math.floor(viewport.width))
  const height = Math.max(1, Math.floor(viewport.height))
  const canvas = createCanvas(width, height)
  const context = canvas.getContext('2d')
  context.fillStyle = '#ffffff'
  context.fillRect(0, 0, width, height)
  await page.render({
    canvas,
    canvasContext: context,
    viewport,
    annotationMode: 0,
  }).promise
  const { data } = context.getImageData(0, 0, width, height)
  const text = await textOf(page)
  page.cleanup()
  // Copied out of the canvas's own memory, then handed over without a copy.
  const pixels = new Uint8Array(data)
  say({ kind: 'page', number, width, height, pixels, text })
}

async function textOf(page) {
  const { items } = await page.getTextContent()
  const pieces = items.map((item) =>
    'str' in item ? item.str + (item.hasEOL ? '\n' : '') : '',
  )
  return pieces.join('').normalize('NFC').slice(0, 50_000)
}

async function readDocx(path) {
  const mammoth = await import('mammoth')
  const { value } = await mammoth.default.extractRawText({ path })
  const html = await mammoth.default.convertToHtml(
    { path },
    {
      convertImage: mammoth.default.images.imgElement(() =>
        Promise.resolve({ src: '' }),
      ),
      externalFileAccess: false,
    },
  )
  say({
    kind: 'docx',
    text: value.slice(0, 500_000),
    html: html.value.slice(0, 2_000_000),
  })
}

async function main() {
  const order = workerData
  if (order.kind === 'docx') return readDocx(order.path)
  const pdf = await openPdf(order.path)
  say({ kind: 'opened', pages: pdf.numPages })
  if (order.kind === 'inspect') return pdf.destroy()
  await new Promise((resolve, reject) => {
    parentPort?.on('message', (number) => {
      if (number === 0) resolve()
      else drawPage(pdf, number).catch(reject)
    })
  })
  await pdf.destroy()
}

main().then(
  () => process.exit(0),
  (error) => {
    const { name, message } = error
    say({ kind: 'failed', name, message })
    process.exit(0)
  },
)
