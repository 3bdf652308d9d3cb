import { idSchema } from '../../../shared/contract/primitives.js'
import { foldVietnamese } from '../../../shared/text/fold.js'
import { AdminError, type OperatorClient } from './operator-client.js'
import type { Words } from './words.js'

/**
 * The area a person means by an id, an official code, or a name with or
 * without accents. Throws AdminError when none or several fit.
 */
export async function findArea(
  { client, words }: { client: OperatorClient; words: Words },
  said: string,
): Promise<{ id: string; name: string }> {
  const { areas } = await client.call('listAreas')
  const exact = areas.find(({ id, code }) => id === said || code === said)
  if (exact) return exact
  const folded = foldVietnamese(said)
  const named = areas.filter(({ name }) => foldVietnamese(name) === folded)
  const fitting = named.length
    ? named
    : areas.filter(({ name }) => foldVietnamese(name).endsWith(` ${folded}`))
  const [only, ...others] = fitting
  if (!only) throw new AdminError(words.fill('areaUnknown', { said }))
  if (others.length > 0)
    throw new AdminError(
      words.fill('areaAmbiguous', { said }),
      ...fitting.map(({ id, name, code }) => `  ${id}  ${name}  ${code ?? ''}`),
    )
  return only
}

/** Screens named by id. Throws AdminError for what cannot be an id. */
export function screenIds(said: readonly string[], words: Words): string[] {
  for (const id of said)
    if (!idSchema.safeParse(id).success)
      throw new AdminError(words.fill('screenIdInvalid', { id }))
  return [...said]
}
