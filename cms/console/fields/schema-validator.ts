// The validator the form asks for. It evaluates no code, so the page's policy
// can forbid eval; the sentences come from our own problems, not from here.
import { Validator, type Schema } from '@cfworker/json-schema'
import type {
  ErrorSchema,
  RJSFSchema,
  ValidationData,
  ValidatorType,
} from '@rjsf/utils'

function holds(schema: RJSFSchema, value: unknown): boolean {
  try {
    return new Validator(schema as Schema, '2020-12').validate(value).valid
  } catch {
    // The form also asks about half-made schemas; those fit nothing.
    return false
  }
}

export const schemaValidator: ValidatorType = {
  validateFormData: (): ValidationData<unknown> => ({
    errors: [],
    errorSchema: {} as ErrorSchema,
  }),
  isValid: (schema, value) => holds(schema as RJSFSchema, value),
  rawValidation: () => ({ errors: [] }),
}
