import { resolve } from 'node:path'
import { BUNDLE_EXTENSION } from '../../../shared/contract/bundle.js'
import { API_ROOT } from '../../../shared/contract/endpoint-address.js'
import { idSchema } from '../../../shared/contract/primitives.js'
import type { Command } from './command.js'
import { findArea, screenIds } from './find-place.js'
import { AdminError } from './operator-client.js'

/** `bundle --screen|--area|--group … --to file`: a programme for a stick. */
export const bundleCommand: Command = {
  help: 'help.bundle',
  usage: 'options.bundle',
  options: ['screen', 'area', 'group', 'to'],
  async run(context, options) {
    const { client, words, say } = context
    const query = new URLSearchParams()
    for (const id of screenIds(options['screen'] ?? [], words))
      query.append('screen', id)
    for (const said of options['area'] ?? [])
      query.append('area', (await findArea(context, said)).id)
    for (const id of options['group'] ?? []) {
      if (!idSchema.safeParse(id).success)
        throw new AdminError(words.fill('groupIdInvalid', { id }))
      query.append('group', id)
    }
    const to = options['to']?.[0]
    if (query.size === 0 || to === undefined)
      throw new AdminError(words.fill('bundleIncomplete'))
    const named = to.endsWith(BUNDLE_EXTENSION) ? to : to + BUNDLE_EXTENSION
    const path = resolve(named)
    const size = await client.download(`${API_ROOT}/bundles?${query}`, path)
    say(words.fill('bundleWritten', { path, size }))
  },
}
