// Who sits at this browser. Nobody: the sign-in page stands over the address.
import { useQuery } from '@tanstack/react-query'
import { lazy, Suspense, type ReactNode } from 'react'
import { meQuery } from '../api/queries.js'
import { FailedState } from '../ui/states.js'
import { MeContext } from '../ui/me.js'

const SignInPage = lazy(() =>
  import('../features/sign-in/sign-in-page.js').then((page) => ({
    default: page.SignInPage,
  })),
)

const FirstPasswordPage = lazy(() =>
  import('../features/sign-in/first-password-page.js').then((page) => ({
    default: page.FirstPasswordPage,
  })),
)

/** Shows its children to a signed-in person, and the sign-in page to others. */
export function SignedIn({ children }: { children: ReactNode }) {
  const me = useQuery(meQuery)
  if (me.isPending) return <div className="splash" aria-busy="true" />
  if (me.isError) {
    return (
      <main className="splash">
        <FailedState error={me.error} retry={() => void me.refetch()} />
      </main>
    )
  }
  if (me.data === null) {
    return (
      <Suspense fallback={<div className="splash" aria-busy="true" />}>
        <SignInPage />
      </Suspense>
    )
  }
  if (me.data.mustChangePassword) {
    return (
      <Suspense fallback={<div className="splash" aria-busy="true" />}>
        <FirstPasswordPage me={me.data} />
      </Suspense>
    )
  }
  return <MeContext value={me.data}>{children}</MeContext>
}
