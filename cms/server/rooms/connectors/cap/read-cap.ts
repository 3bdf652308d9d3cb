/** From the XML of a stranger to an alert, or a refusal that says where. */
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { z } from 'zod'
import { AppError } from '../../../../../shared/kernel/app-error.js'
import { toNfc } from '../../../../../shared/text/normalise.js'
import { capAlertSchema, type CapAlert, type CapPoint } from './cap-alert.js'

export const CAP_NAMESPACE = 'urn:oasis:names:tc:emergency:cap:1.2'

/** Far above any alert in the wild; the door refuses more before it is read. */
export const CAP_MAX_BYTES = 512 * 1024

const LISTS = new Set([
  'info',
  'category',
  'responseType',
  'parameter',
  'area',
  'polygon',
  'circle',
  'geocode',
])

const parser = new XMLParser({
  ignoreAttributes: false,
  attributeNamePrefix: '@',
  // Not removeNSPrefix: that drops the namespace we have to see.
  transformTagName: (name) => name.replace(/^.*:/, ''),
  parseTagValue: false,
  parseAttributeValue: false,
  isArray: (name) => LISTS.has(name),
})

/** Every leaf is text until the schema says what it must be. */
const nodeSchema = z.record(z.string(), z.unknown())
type Node = z.infer<typeof nodeSchema>

/**
 * Reads one CAP 1.2 message. Throws cap.malformed with the place that is
 * wrong. Document types are refused, so no entity can grow in our memory.
 */
export function readCap(xml: string): CapAlert {
  if (xml.length > CAP_MAX_BYTES) throw malformed('too long')
  if (/<!(DOCTYPE|ENTITY)/i.test(xml)) throw malformed('DOCTYPE')
  const valid = XMLValidator.validate(xml)
  if (valid !== true)
    throw malformed(`line ${valid.err.line}: ${valid.err.msg}`)
  const root = parseXml(xml)
  const alert = nodeSchema.safeParse(root['alert'])
  if (!alert.success) throw malformed('alert')
  if (!hasNamespace(alert.data)) throw malformed(`xmlns ${CAP_NAMESPACE}`)
  const parsed = capAlertSchema.safeParse(alertOf(alert.data))
  if (parsed.success) return parsed.data
  const issue = parsed.error.issues[0]
  throw malformed(`${issue?.path.join('/') ?? ''}: ${issue?.message ?? ''}`)
}

function parseXml(xml: string): Node {
  try {
    return nodeSchema.parse(parser.parse(xml))
  } catch (error) {
    throw malformed(error instanceof Error ? error.message : 'xml')
  }
}

function hasNamespace(alert: Node): boolean {
  return Object.entries(alert).some(
    ([name, value]) => name.startsWith('@') && value === CAP_NAMESPACE,
  )
}

function alertOf(alert: Node) {
  return {
    identifier: text(alert['identifier']),
    sender: text(alert['sender']),
    sent: text(alert['sent']),
    status: text(alert['status']),
    msgType: text(alert['msgType']),
    scope: text(alert['scope']),
    references: referencesOf(text(alert['references']) ?? ''),
    infos: nodes(alert['info']).map(infoOf),
  }
}

function infoOf(info: Node) {
  return {
    language: text(info['language']),
    categories: texts(info['category']),
    event: text(info['event']),
    responseTypes: texts(info['responseType']),
    urgency: text(info['urgency']),
    severity: text(info['severity']),
    certainty: text(info['certainty']),
    effective: text(info['effective']),
    onset: text(info['onset']),
    expires: text(info['expires']),
    senderName: text(info['senderName']),
    headline: text(info['headline']),
    description: text(info['description']),
    instruction: text(info['instruction']),
    web: text(info['web']),
    contact: text(info['contact']),
    parameters: nodes(info['parameter']).map(pairOf),
    areas: nodes(info['area']).map((area) => ({
      areaDesc: text(area['areaDesc']),
      polygons: texts(area['polygon']).map(polygonOf),
      circles: texts(area['circle']).map(circleOf),
      geocodes: nodes(area['geocode']).map(pairOf),
    })),
  }
}

function pairOf(node: Node) {
  return { valueName: text(node['valueName']), value: text(node['value']) }
}

/** "lat,lon lat,lon …" */
function polygonOf(said: string): CapPoint[] {
  return said.split(/\s+/).filter(Boolean).map(pointOf)
}

/** "lat,lon radius", the radius in kilometres. */
function circleOf(said: string) {
  const [centre = '', radius = ''] = said.split(/\s+/)
  return { centre: pointOf(centre), radiusKm: Number(radius) }
}

function pointOf(said: string): CapPoint {
  const [lat = NaN, lon = NaN] = said.split(',').map(Number)
  return { lat, lon }
}

function referencesOf(said: string) {
  return said
    .split(/\s+/)
    .filter(Boolean)
    .map((reference) => {
      const [sender = '', identifier = '', sent = ''] = reference.split(',')
      return { sender, identifier, sent }
    })
}

function text(value: unknown): string | undefined {
  const said =
    typeof value === 'object' && value !== null
      ? (value as Node)['#text']
      : value
  return typeof said === 'string' ? toNfc(said) : undefined
}

function texts(value: unknown): string[] {
  return Array.isArray(value) ? value.map((one) => text(one) ?? '') : []
}

function nodes(value: unknown): Node[] {
  if (!Array.isArray(value)) return []
  return value.map((one) => nodeSchema.safeParse(one).data ?? {})
}

function malformed(reason: string): AppError {
  return new AppError('cap.malformed', { reason: reason.slice(0, 200) })
}
