/* The status of the box in cards, each a few short lines. */
import type { TechnicianView } from '../../../shared/contract/technician.js'
import { explanationSentence } from '../../../shared/text/copy/say.js'
import { formatNumber } from '../../../shared/text/numbers.js'
import { formatDateTime } from '../../../shared/time/format.js'
import { addElement } from './add-element.js'
import { TECHNICIAN_WORDS, type StageLanguage } from './technician-words.js'

/** As many as stand on the glass without scrolling. */
const MOST_LINES = 9

/** Fills `parent` with what the box says of itself. */
export function showStatus(
  parent: HTMLElement,
  view: TechnicianView,
  language: StageLanguage,
): void {
  const words = TECHNICIAN_WORDS[language]
  const card = (title: string, lines: string[], className = '') => {
    const section = addElement(parent, 'section', { className })
    addElement(section, 'h2', { text: title })
    for (const text of lines) addElement(section, 'p', { text })
  }
  const { facts } = words
  card(facts.network, networkLines(view, language))
  card(facts.programme, programmeLines(view, language))
  card(facts.storage, [
    words.storageStates[view.status?.storage?.state ?? 'ok'],
    words.free(sayBytes(view.diskFreeBytes, language)),
    words.sticks(view.sticks),
  ])
  card(facts.clock, [
    formatDateTime(view.clock.now),
    words.clockSources[view.clock.source],
    words.clockOffset(sayNumber(view.clock.offsetMs / 1000, language)),
  ])
  card(facts.box, [
    words.version(view.version),
    view.platform,
    view.host,
    words.memory(sayBytes(view.memoryBytes, language)),
    words.uptime(sayNumber(view.uptimeSeconds / 3600, language)),
  ])
  card(facts.troubles, troubleLines(view, language))
  card(facts.why, whyLines(view, language), 'wide')
}

function networkLines(
  { cms, network }: TechnicianView,
  language: StageLanguage,
): string[] {
  const words = TECHNICIAN_WORDS[language]
  const own = network.addresses.slice(0, 2).join(', ') || words.noNetwork
  return [
    cms.online ? words.online : words.offline,
    cms.address ?? words.noAddress,
    `${words.boxAddresses}: ${own}`,
    ...(cms.trouble ? [words.troubles[cms.trouble]] : []),
  ]
}

function programmeLines(
  view: TechnicianView,
  language: StageLanguage,
): string[] {
  const words = TECHNICIAN_WORDS[language]
  const { manifest, status } = view
  if (view.screenId === null) return [words.notPaired]
  const missing = status?.sync.filesMissing ?? 0
  const sync = status?.sync.state ?? 'idle'
  const refused = status?.refusals.length ?? 0
  return [
    view.screenName,
    manifest
      ? words.manifest(manifest.number, formatDateTime(manifest.issuedAt))
      : words.noManifest,
    sync === 'idle'
      ? words.syncIdle
      : sync === 'syncing'
        ? words.syncing(missing)
        : words.syncFailing(missing),
    ...(refused > 0 ? [words.refused(refused)] : []),
  ]
}

function whyLines(view: TechnicianView, language: StageLanguage): string[] {
  const words = TECHNICIAN_WORDS[language]
  const lines = view.explanations.map(
    (one) => `${one.title}: ${explanationSentence(one, language)}`,
  )
  const on = view.showing ?? words.holding
  return [on, ...lines.slice(0, MOST_LINES - 1)]
}

function troubleLines(view: TechnicianView, language: StageLanguage): string[] {
  const lines = view.troubles.slice(-4).map((line) => {
    const at = line.indexOf(' ')
    return `${formatDateTime(line.slice(0, at))} ${line.slice(at + 1)}`
  })
  return lines.length > 0 ? lines : [TECHNICIAN_WORDS[language].nothing]
}

function sayNumber(value: number, language: StageLanguage): string {
  return formatNumber(Math.round(value * 10) / 10, { language })
}

function sayBytes(bytes: number, language: StageLanguage): string {
  const gib = bytes / 2 ** 30
  return gib >= 1
    ? `${sayNumber(gib, language)} GB`
    : `${sayNumber(bytes / 2 ** 20, language)} MB`
}
