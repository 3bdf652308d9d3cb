/**
 * JSON with object keys in code-unit order and no spaces: the same value gives
 * the same bytes on every machine (the part of RFC 8785 that our values need:
 * no numbers beyond safe integers and short decimals).
 */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_key, inner: unknown) =>
    inner !== null && typeof inner === 'object' && !Array.isArray(inner)
      ? Object.fromEntries(
          Object.entries(inner).sort(([a], [b]) =>
            a < b ? -1 : a > b ? 1 : 0,
          ),
        )
      : inner,
  )
}
