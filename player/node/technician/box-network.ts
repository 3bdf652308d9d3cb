/*
 * Wi-Fi and the wired address through NetworkManager's own command. A box
 * without it is told so; we touch no configuration file of anybody.
 */
import type { WiredAddress, Wifi } from '../../../shared/contract/technician.js'
import type { CommandResult, RunCommand } from './system-command.js'

const MOST_NAMES = 30

export type NetworkOutcome =
  { ok: true } | { ok: false; missing: boolean; detail: string }

export type NetworkManager = {
  isThere(): Promise<boolean>
  /** Names in the air, the strongest first, each once. */
  listWifi(): Promise<string[] | null>
  joinWifi(wifi: Wifi): Promise<NetworkOutcome>
  setWired(wired: WiredAddress): Promise<NetworkOutcome>
}

/** NetworkManager through `nmcli`. */
export function networkManager(run: RunCommand): NetworkManager {
  const nmcli = (...args: string[]) => run('nmcli', args)
  const outcome = (result: CommandResult): NetworkOutcome =>
    result.ok ? { ok: true } : result
  return {
    async isThere() {
      const said = await nmcli('-t', '-f', 'RUNNING', 'general')
      return said.ok && said.output.trim() === 'running'
    },
    async listWifi() {
      const fields = ['-t', '-f', 'SIGNAL,SSID', 'device', 'wifi', 'list']
      const said = await nmcli(...fields, '--rescan', 'yes')
      return said.ok ? wifiNames(said.output) : null
    },
    joinWifi: async ({ name, passphrase }) =>
      outcome(
        await nmcli(
          ...['--wait', '30', 'device', 'wifi', 'connect', name],
          ...(passphrase === '' ? [] : ['password', passphrase]),
        ),
      ),
    async setWired(wired) {
      const said = await nmcli('-t', '-f', 'UUID,TYPE', 'connection', 'show')
      if (!said.ok) return said
      const cable = rowsOf(said.output).find(([, type]) =>
        type?.endsWith('ethernet'),
      )
      if (!cable?.[0])
        return { ok: false, missing: false, detail: 'no wired connection' }
      const changed = await nmcli(
        ...['connection', 'modify', cable[0]],
        ...wiredSettings(wired),
      )
      if (!changed.ok) return changed
      return outcome(await nmcli('--wait', '30', 'connection', 'up', cable[0]))
    },
  }
}

function wiredSettings(wired: WiredAddress): string[] {
  if (wired.method === 'auto')
    return [
      ...['ipv4.method', 'auto', 'ipv4.addresses', ''],
      ...['ipv4.gateway', '', 'ipv4.dns', ''],
    ]
  return [
    ...['ipv4.method', 'manual'],
    ...['ipv4.addresses', `${wired.address}/${wired.prefix}`],
    ...['ipv4.gateway', wired.gateway, 'ipv4.dns', wired.dns.join(' ')],
  ]
}

function wifiNames(output: string): string[] {
  const rows = rowsOf(output)
    .filter(([, name]) => name)
    .sort(([a], [b]) => Number(b) - Number(a))
  return [...new Set(rows.map(([, name]) => name ?? ''))].slice(0, MOST_NAMES)
}

/** nmcli's terse lines: fields by colons, colons and backslashes escaped. */
export function rowsOf(output: string): string[][] {
  return output
    .split('\n')
    .filter((line) => line !== '')
    .map((line) =>
      (line.match(/(?:\\.|[^:\\])+|(?<=^|:)(?=:|$)/g) ?? []).map((field) =>
        field.replace(/\\(.)/g, '$1'),
      ),
    )
}
