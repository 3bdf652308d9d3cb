import { AppError } from '../../shared/kernel/app-error.js'

/**
 * Stops the loading of a template with a message that names what to mend.
 *
 * @param pointer JSON pointer inside the file, empty for the whole file
 * @throws AppError template.invalid, always
 */
export function refuseTemplate(
  file: string,
  pointer: string,
  message: string,
  cause?: unknown,
): never {
  throw new AppError('template.invalid', { file, pointer, message }, cause)
}
