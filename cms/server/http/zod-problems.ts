import type { z } from 'zod'
import { fieldProblemSentence } from '../../../shared/text/copy/say.js'

/** A problem whose sentence is chosen when the reader is known. */
export type SpokenProblem = {
  pointer: string
  rule: string
  message: { vi: string; en: string }
}

/** At most this many are told at once; the rest shows after mending. */
const PROBLEMS_MAX = 50

/** Zod's issues as field problems at JSON pointers (RFC 6901). */
export function problemsOf(error: z.ZodError): SpokenProblem[] {
  return error.issues.slice(0, PROBLEMS_MAX).map((issue) => {
    const rule = ruleOf(issue)
    const limits = limitsOf(issue)
    return {
      pointer: issue.path.map((part) => `/${escape(String(part))}`).join(''),
      rule,
      message: {
        vi: fieldProblemSentence(rule, limits, 'vi'),
        en: fieldProblemSentence(rule, limits, 'en'),
      },
    }
  })
}

type Issue = z.core.$ZodIssue

function ruleOf(issue: Issue): string {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined ? 'required' : 'type'
    case 'too_big':
      if (issue.origin === 'array') return 'too_many'
      return issue.origin === 'string' ? 'too_long' : 'range'
    case 'too_small':
      if (issue.origin === 'array') return 'too_few'
      if (issue.origin !== 'string') return 'range'
      return issue.minimum === 1 ? 'required' : 'too_short'
    case 'invalid_format':
      return 'pattern'
    case 'unrecognized_keys':
      return 'unknown'
    case 'invalid_value':
      return 'choice'
    default:
      return 'invalid'
  }
}

function limitsOf(issue: Issue): { min?: number; max?: number } {
  if (issue.code === 'too_big') return { max: Number(issue.maximum) }
  if (issue.code === 'too_small') return { min: Number(issue.minimum) }
  return {}
}

function escape(part: string): string {
  return part.replaceAll('~', '~0').replaceAll('/', '~1')
}
