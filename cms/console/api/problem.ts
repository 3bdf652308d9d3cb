import { problemSchema, type Problem } from '../../../shared/contract/errors.js'

/** The server refused, with a sentence in the reader's language. */
export class ApiProblem extends Error {
  override readonly name = 'ApiProblem'
  readonly problem: Problem

  constructor(problem: Problem) {
    super(problem.detail)
    this.problem = problem
  }

  get code(): Problem['code'] {
    return this.problem.code
  }
}

/** No answer came back: the network or the server is away. */
export class ConnectionLost extends Error {
  override readonly name = 'ConnectionLost'
}

/** The answer does not fit the contract: another version is on the server. */
export class AnswerUnreadable extends Error {
  override readonly name = 'AnswerUnreadable'
}

/** Turns a refused response into the error to throw; never throws itself. */
export async function problemOf(
  response: Response,
): Promise<ApiProblem | ConnectionLost | AnswerUnreadable> {
  // A proxy that cannot reach the server answers these without our body.
  if (response.status === 502 || response.status === 504) {
    return new ConnectionLost(String(response.status))
  }
  const body: unknown = await response.json().catch(() => null)
  const parsed = problemSchema.safeParse(body)
  return parsed.success
    ? new ApiProblem(parsed.data)
    : new AnswerUnreadable(`status ${response.status}`)
}

/** True for a refusal with this code. */
export function isProblem(error: unknown, code: Problem['code']): boolean {
  return error instanceof ApiProblem && error.code === code
}
