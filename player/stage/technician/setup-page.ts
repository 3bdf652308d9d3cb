import type { StageState } from '../../../shared/contract/stage-link.js'
import { addElement } from './add-element.js'
import { TECHNICIAN_WORDS, type StageLanguage } from './technician-words.js'

type SetupMode = Extract<StageState['mode'], { kind: 'setup' }>

/** What a new box shows that knows no CMS, or reaches none. */
export function createSetupPage(
  doc: Document,
  mode: SetupMode,
  language: StageLanguage,
): HTMLElement {
  const words = TECHNICIAN_WORDS[language]
  const { cmsAddress, trouble, addresses } = mode
  const page = doc.createElement('section')
  page.className = 'calm setup'
  page.lang = language
  addElement(page, 'h1', { text: words.setupTitle })
  const list = addElement(page, 'ul')
  const say = (text: string, isWell: boolean) =>
    addElement(list, 'li', { text, className: isWell ? 'well' : 'lacking' })
  const hasNetwork = addresses.length > 0
  say(
    hasNetwork
      ? words.setupNetwork(addresses.slice(0, 2).join(', '))
      : words.setupNoNetwork,
    hasNetwork,
  )
  if (cmsAddress === undefined) say(words.setupNoAddress, false)
  else say(words.setupAddress(cmsAddress), true)
  if (trouble !== undefined && hasNetwork) say(words.troubles[trouble], false)
  addElement(page, 'p', { text: words.setupKeys, className: 'ask' })
  addElement(page, 'p', { text: words.setupLanguage, className: 'keys' })
  return page
}
