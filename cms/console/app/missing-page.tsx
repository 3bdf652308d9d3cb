import { Link } from '@tanstack/react-router'
import { useCopy } from '../ui/language.js'
import { PageTop } from '../ui/page.js'
import { EmptyState, FailedState } from '../ui/states.js'

/** An address that leads nowhere. */
export function MissingPage() {
  const copy = useCopy()
  return (
    <>
      <PageTop title={copy.shell.missingTitle} />
      <div className="page-body">
        <EmptyState icon="search" title={copy.shell.missingTitle}>
          <p>{copy.shell.missingBody}</p>
          <Link className="btn" to="/ban-tin">
            {copy.shell.toBulletins}
          </Link>
        </EmptyState>
      </div>
    </>
  )
}

/**
 * A page that broke, or whose file is gone because a newer console is on the
 * server: only loading the whole page again gets the new names.
 */
export function BrokenPage({ error }: { error: unknown }) {
  return (
    <div className="page-body">
      <FailedState error={error} retry={() => window.location.reload()} />
    </div>
  )
}
