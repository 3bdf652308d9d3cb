/** What the CMS does by itself, by the clock on the wall in Vietnam. */
import { schedule } from 'node-cron'
import type { Log } from '../../../shared/kernel/log.js'

export type Job = {
  name: string
  /** Cron, in Asia/Ho_Chi_Minh. */
  at: string
  /** What it did, for the log; nothing is logged for an empty answer. */
  run(): Promise<Record<string, unknown> | null>
}

/** Starts the jobs. The stop waits for one that is running. */
export function startJobs(jobs: readonly Job[], log: Log): () => Promise<void> {
  const running = new Map<string, Promise<void>>()
  const tasks = jobs.map((job) =>
    schedule(
      job.at,
      () => {
        // A slow disk must not pile up one job behind itself.
        if (running.has(job.name)) return
        const work = runJob(job, log).finally(() => running.delete(job.name))
        running.set(job.name, work)
      },
      { timezone: 'Asia/Ho_Chi_Minh' },
    ),
  )
  return async () => {
    for (const task of tasks) await task.destroy()
    await Promise.all(running.values())
  }
}

/** One run; a fault is logged and the next run tries again. */
export async function runJob(job: Job, log: Log): Promise<void> {
  try {
    const done = await job.run()
    if (done) log.info({ job: job.name, ...done }, 'job done')
  } catch (error) {
    log.error({ err: error, job: job.name }, 'job failed')
  }
}
