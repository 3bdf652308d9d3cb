/** Every enlargement of text that a glass may ask for. */
export const TEXT_STEPS = [1, 1.15, 1.3, 1.5, 1.72] as const

/**
 * How much larger text has to be than on a 55-inch glass seen from 4 m, so
 * that it fills the same angle of the eye: the smallest step that suffices.
 */
export function textStepFor(glass: {
  diagonalInches: number
  viewingMetres: number
}): number {
  const needed = (55 / glass.diagonalInches) * (glass.viewingMetres / 4)
  // 2 % is less than a person sees; 43" at 4 m (1.279) must not jump a step.
  return TEXT_STEPS.find((step) => step >= needed - 0.02) ?? 1.72
}
