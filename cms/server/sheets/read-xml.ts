import { SaxesParser } from 'saxes'
import { AppError } from '../../../shared/kernel/app-error.js'

export type XmlHandlers = {
  /** Local name (no prefix) and attributes by local name. */
  open?(name: string, attributes: Readonly<Record<string, string>>): void
  close?(name: string): void
  text?(text: string): void
}

/**
 * Walks an XML document once. Entities other than XML's own five are refused,
 * so nothing can grow while it is read. Throws `sheet.unreadable`, and whatever
 * a handler throws.
 */
export function readXml(bytes: Uint8Array, handlers: XmlHandlers): void {
  const parser = new SaxesParser({ position: false })
  parser.on('error', (error) => {
    throw new AppError('sheet.unreadable', {}, error)
  })
  parser.on('doctype', () => {
    throw new AppError('sheet.unreadable')
  })
  parser.on('opentag', ({ name, attributes }) => {
    const named: Record<string, string> = {}
    for (const [key, value] of Object.entries(attributes))
      named[localName(key)] = value
    handlers.open?.(localName(name), named)
  })
  parser.on('closetag', ({ name }) => handlers.close?.(localName(name)))
  parser.on('text', (text) => handlers.text?.(text))
  parser.on('cdata', (text) => handlers.text?.(text))
  parser.write(Buffer.from(bytes).toString('utf8')).close()
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1)
}
