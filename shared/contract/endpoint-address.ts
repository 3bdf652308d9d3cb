/** Where every endpoint of the table lives. */
export const API_ROOT = '/api/v1'

/**
 * The path of an endpoint with its `:params` and its query filled in, encoded.
 * Absent and empty query values are left out.
 */
export function endpointAddress(
  path: string,
  params: Record<string, string> = {},
  query: object = {},
): string {
  const filled = path.replace(/:(\w+)/g, (_all, name: string) =>
    encodeURIComponent(params[name] ?? ''),
  )
  const search = new URLSearchParams()
  for (const [name, value] of Object.entries(query) as [string, unknown][]) {
    if (value !== undefined && value !== '') search.set(name, String(value))
  }
  const tail = search.toString()
  return `${API_ROOT}${filled}${tail === '' ? '' : `?${tail}`}`
}
