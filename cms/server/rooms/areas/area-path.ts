import { AppError } from '../../../../shared/kernel/app-error.js'
import type { AreaRepository } from './area.repository.js'

/**
 * Ids from the root down to the area itself, as `requireMay` wants them.
 * Throws `area.not_found`.
 */
export async function areaPathOf(
  deps: { areas: Pick<AreaRepository, 'find'> },
  areaId: string,
): Promise<string[]> {
  const area = await deps.areas.find(areaId)
  if (area === null) throw new AppError('area.not_found', { areaId })
  return area.path
}
