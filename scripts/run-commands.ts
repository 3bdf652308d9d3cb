import { spawnSync } from 'node:child_process'

export type Step = { name: string; command: string; args: string[] }

/**
 * Runs the steps one after another and stops at the first that fails.
 * Returns the exit code for the process.
 */
export function runSteps(steps: Step[]): number {
  for (const step of steps) {
    process.stderr.write(`\n· ${step.name}\n`)
    const done = spawnSync(step.command, step.args, { stdio: 'inherit' })
    if (done.status !== 0) {
      process.stderr.write(`✗ ${step.name}\n`)
      return done.status ?? 1
    }
  }
  return 0
}
