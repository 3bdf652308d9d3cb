/* Forms of the technician's page. Each is filled and sent by keyboard alone. */
import {
  wifiSchema,
  wiredAddressSchema,
  type TechnicianAct,
} from '../../../shared/contract/technician.js'
import { addElement } from './add-element.js'
import type { TechnicianWords } from './technician-words.js'

export type FormDeps = {
  place: HTMLElement
  words: TechnicianWords
  /** Sends an order; the words are said when it was done. */
  order(act: TechnicianAct, done: string): void
  say(text: string): void
}

type Field = {
  label: string
  kind?: 'text' | 'password'
  value?: string
}

/** Fields and one button. Enter in any field sends it. */
export function addForm(
  place: HTMLElement,
  fields: readonly Field[],
  send: { label: string; run(values: string[]): void },
): void {
  const inputs = fields.map(({ label, kind = 'text', value = '' }) => {
    const row = addElement(place, 'label')
    addElement(row, 'span', { text: label })
    const input = addElement(row, 'input')
    input.type = kind
    input.value = value
    input.autocomplete = 'off'
    input.spellcheck = false
    return input
  })
  const run = () => send.run(inputs.map(({ value }) => value))
  for (const input of inputs)
    input.addEventListener('keydown', (event) => {
      if (event.key === 'Enter') run()
    })
  addButton(place, send.label, run)
  inputs[0]?.focus()
  inputs[0]?.select()
}

export function addButton(
  place: HTMLElement,
  text: string,
  run: () => void,
): HTMLButtonElement {
  const button = addElement(place, 'button', { text })
  button.type = 'button'
  button.addEventListener('click', run)
  return button
}

export function showCmsForm(deps: FormDeps, address: string | null): void {
  const { place, words } = deps
  addForm(place, [{ label: words.cmsLabel, value: address ?? '' }], {
    label: words.cmsTry,
    run: ([typed = '']) =>
      deps.order({ act: 'set_cms', address: typed }, words.cmsDone),
  })
}

/** Names in the air; the passphrase of the one that was chosen. */
export function showWifi(deps: FormDeps, names: readonly string[]): void {
  const { place, words } = deps
  if (names.length === 0) return deps.say(words.wifiNone)
  for (const name of names)
    addButton(place, name, () => {
      place.replaceChildren()
      const label = words.wifiPassword(name)
      addForm(place, [{ label, kind: 'password' }], {
        label: words.join,
        run([passphrase = '']) {
          const wifi = wifiSchema.safeParse({ name, passphrase })
          if (!wifi.success) return deps.say(words.badForm)
          deps.order({ act: 'join_wifi', wifi: wifi.data }, words.joined)
        },
      })
    })
  place.querySelector('button')?.focus()
}

export function showWiredForm(deps: FormDeps): void {
  const { place, words } = deps
  const fields = [
    { label: words.address },
    { label: words.prefix, value: '24' },
    { label: words.gateway },
    { label: words.dns },
  ]
  addForm(place, fields, {
    label: words.set,
    run([address = '', prefix = '', gateway = '', dns = '']) {
      const wired = wiredAddressSchema.safeParse({
        method: 'manual',
        address: address.trim(),
        prefix: Number(prefix),
        gateway: gateway.trim(),
        dns: dns.split(/[\s,;]+/).filter(Boolean),
      })
      if (!wired.success) return deps.say(words.badForm)
      deps.order({ act: 'set_wired', wired: wired.data }, words.wiredDone)
    },
  })
}
