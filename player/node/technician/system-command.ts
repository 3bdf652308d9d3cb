import { execFile } from 'node:child_process'
import { readEnv } from '../config/env.js'

export type CommandResult =
  | { ok: true; output: string }
  /** `missing`: the box has no such program. */
  | { ok: false; missing: boolean; detail: string }

/** Runs a program of the box, without a shell. Never rejects. */
export type RunCommand = (
  program: string,
  args: readonly string[],
) => Promise<CommandResult>

const PATIENCE_MS = 45_000
const MOST_OUTPUT_BYTES = 256 * 1024

/** The real one: a word of English out, nothing in, 45 seconds at most. */
export const runCommand: RunCommand = (program, args) =>
  new Promise((resolve) => {
    execFile(
      program,
      [...args],
      {
        timeout: PATIENCE_MS,
        maxBuffer: MOST_OUTPUT_BYTES,
        env: { ...readEnv(), LC_ALL: 'C.UTF-8' },
      },
      (error, output, complaint) => {
        if (!error) return resolve({ ok: true, output })
        const missing = error.code === 'ENOENT'
        const detail = (complaint.trim() || error.message).slice(0, 300)
        resolve({ ok: false, missing, detail })
      },
    )
  })
