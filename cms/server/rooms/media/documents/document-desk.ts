/**
 * Reads documents in a thread with bounded memory and time, one at a time. A
 * thread that runs out of either is ended and the document called broken.
 */
import { Worker } from 'node:worker_threads'
import { AppError } from '../../../../../shared/kernel/app-error.js'
import type {
  DocumentAnswer,
  DocumentOrder,
  DrawnPage,
} from './document-messages.js'

/** A legal document; a book is uploaded in parts. */
export const PAGES_MAX = 300
const HEAP_MB = 384
const OPEN_MS = 30_000
/** One page may take this long on a slow machine. */
const PAGE_MS = 60_000

export type DocumentDesk = {
  /** Throws `media.document_broken`, `_encrypted`, `_too_long`. */
  inspectPdf(path: string): Promise<{ pages: number }>
  /** One page after the other, from `first`; the next is drawn when asked. */
  drawPages(path: string, first: number): AsyncGenerator<DrawnPage>
  /** Its text and its HTML as mammoth makes it, not yet cleaned. */
  readDocx(path: string): Promise<{ text: string; html: string }>
}

export function createDocumentDesk(): DocumentDesk {
  let queue: Promise<unknown> = Promise.resolve()
  const alone = <T>(work: () => Promise<T>): Promise<T> => {
    const done = queue.then(work)
    queue = done.catch(() => undefined)
    return done
  }
  return {
    inspectPdf: (path) =>
      alone(async () => {
        await using thread = openThread({ kind: 'inspect', path })
        return { pages: await thread.opened() }
      }),
    readDocx: (path) =>
      alone(async () => {
        await using thread = openThread({ kind: 'docx', path })
        const answer = await thread.next(OPEN_MS)
        if (answer.kind !== 'docx') throw new AppError('media.document_broken')
        return { text: answer.text, html: answer.html }
      }),
    async *drawPages(path, first) {
      await using thread = openThread({ kind: 'pages', path })
      const pages = await thread.opened()
      for (let number = first; number <= pages; number += 1) {
        thread.ask(number)
        const answer = await thread.next(PAGE_MS)
        if (answer.kind !== 'page') throw new AppError('media.document_broken')
        yield answer
      }
      thread.ask(0)
    },
  }
}

function openThread(order: DocumentOrder) {
  const worker = new Worker(new URL('./document-worker.mjs', import.meta.url), {
    workerData: order,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: HEAP_MB },
    stdout: true,
    stderr: true,
    env: {},
  })
  const answers: DocumentAnswer[] = []
  let wake: () => void = () => undefined
  const take = (answer: DocumentAnswer) => {
    answers.push(answer)
    wake()
  }
  const broken = (message: string) =>
    take({ kind: 'failed', name: 'Ended', message })
  worker.on('message', take)
  worker.on('error', (error) => broken(String(error)))
  worker.on('exit', () => broken('the thread ended'))

  const next = async (limitMs: number): Promise<DocumentAnswer> => {
    const timer = setTimeout(() => broken('too slow'), limitMs)
    while (answers.length === 0)
      await new Promise<void>((resolve) => (wake = resolve))
    clearTimeout(timer)
    const answer = answers.shift()!
    if (answer.kind === 'failed') throw refusalOf(answer)
    return answer
  }
  return {
    next,
    ask: (number: number) => worker.postMessage(number),
    async opened(): Promise<number> {
      const answer = await next(OPEN_MS)
      if (answer.kind !== 'opened' || answer.pages < 1)
        throw new AppError('media.document_broken')
      if (answer.pages > PAGES_MAX)
        throw new AppError('media.document_too_long', {
          pages: answer.pages,
          maxPages: PAGES_MAX,
        })
      return answer.pages
    },
    async [Symbol.asyncDispose]() {
      await worker.terminate()
    },
  }
}

function refusalOf({ name, message }: { name: string; message: string }) {
  return new AppError(
    name === 'PasswordException'
      ? 'media.document_encrypted'
      : 'media.document_broken',
    { reason: message.slice(0, 200) },
  )
}
