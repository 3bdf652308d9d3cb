/** The code as the server knows it, or null: spaces, dashes and case are free. */
export function tidyCode(typed: string): string | null {
  const code = typed.replace(/[\s-]/g, '').toUpperCase()
  return /^[2-9A-HJ-NP-Z]{6}$/.test(code) ? code : null
}
