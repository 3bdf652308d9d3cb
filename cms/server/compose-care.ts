/** Constructs what looks after the CMS's own memory: the audit's nights. */
import type { Core } from './core.js'
import type { Job } from './jobs/jobs.js'
import { openAuditArchive } from './rooms/audit/audit-archive.js'
import { createSealCheckpoint } from './rooms/audit/checkpoint-seals.js'
import { cutAudit } from './rooms/audit/cut-audit.js'
import { sealAudit } from './rooms/audit/seal-audit.js'

/** Jobs of the audit: sealed every night, then cut if it is set so. */
export function auditJobs(core: Core): Job[] {
  const { log } = core
  const deps = {
    ...core,
    sealCheckpoint: createSealCheckpoint(core.secrets.sealKey),
    archive: openAuditArchive(core.config.dataFolder),
  }
  return [
    {
      name: 'seal the audit',
      // Asked every hour, so that a machine that is off at night has its day too.
      at: '5 * * * *',
      run: () => sealAudit(deps),
    },
    {
      name: 'cut the audit',
      at: '25 3 * * *',
      run: async () => {
        const cut = await cutAudit(deps)
        if (cut) log.warn({ ...cut }, 'audit cut at a sealed checkpoint')
        return cut
      },
    },
  ]
}
