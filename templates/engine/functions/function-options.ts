import type { RenderScope } from '../catalogue.js'

/** What Handlebars hands to a function after its arguments. */
export type FunctionOptions = {
  hash: Record<string, unknown>
  data: { scope: RenderScope }
}

/** A function of the closed list. Text it returns is escaped by Handlebars. */
export type TemplateFunction = (
  this: unknown,
  ...args: readonly unknown[]
) => unknown

/** Splits the options from the arguments. */
export function readCall(args: readonly unknown[]): {
  first: unknown
  second: unknown
  hash: Record<string, unknown>
  scope: RenderScope
} {
  const options = args.at(-1) as FunctionOptions
  return {
    first: args.length > 1 ? args[0] : undefined,
    second: args.length > 2 ? args[1] : undefined,
    hash: options.hash,
    scope: options.data.scope,
  }
}
