/**
 * Runs in a thread of its own, so that a hostile document can take neither the
 * memory nor the time of the CMS. Says one message per page and waits to be
 * asked for the next.
 */
import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import { createCanvas } from '@napi-rs/canvas'
import type { DocumentAnswer, DocumentOrder } from './document-messages.js'

const say = (answer: DocumentAnswer) => {
  parentPort?.postMessage(answer)
}

/** Longest side of a page's picture, in pixels: sharp on 4K portrait glass. */
const SIDE = 3000
/** Points; a page larger than this (A0) is drawn no finer. */
const SCALE_MAX = 4

async function openPdf(path: string) {
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

type Pdf = Awaited<ReturnType<typeof openPdf>>

async function drawPage(pdf: Pdf, number: number) {
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
    canvas: canvas as unknown as HTMLCanvasElement,
    canvasContext: context as unknown as CanvasRenderingContext2D,
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

async function textOf(page: Awaited<ReturnType<Pdf['getPage']>>) {
  const { items } = await page.getTextContent()
  const pieces = items.map((item) =>
    'str' in item ? item.str + (item.hasEOL ? '\n' : '') : '',
  )
  return pieces.join('').normalize('NFC').slice(0, 50_000)
}

async function readDocx(path: string) {
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

async function main(): Promise<void> {
  const order = workerData as DocumentOrder
  if (order.kind === 'docx') return readDocx(order.path)
  const pdf = await openPdf(order.path)
  say({ kind: 'opened', pages: pdf.numPages })
  if (order.kind === 'inspect') return pdf.destroy()
  await new Promise<void>((resolve, reject) => {
    parentPort?.on('message', (number: number) => {
      if (number === 0) resolve()
      else drawPage(pdf, number).catch(reject)
    })
  })
  await pdf.destroy()
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    const { name, message } = error as Error
    say({ kind: 'failed', name, message })
    process.exit(0)
  },
)
