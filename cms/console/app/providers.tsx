// Everything the whole console stands on, from the outside in.
import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import {
  MutationCache,
  QueryCache,
  QueryClient,
  QueryClientProvider,
} from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { ApiProblem, isProblem } from '../api/problem.js'
import { meQuery } from '../api/queries.js'
import { LanguageProvider } from '../ui/language.js'
import { mantineTheme } from '../ui/mantine-theme.js'
import { router } from './router.js'

/** A session that ended anywhere shows the sign-in page over the same address. */
function noticeSignedOut(error: unknown): void {
  if (isProblem(error, 'auth.required')) {
    queries.setQueryData(meQuery.queryKey, null)
  }
}

const queries: QueryClient = new QueryClient({
  queryCache: new QueryCache({ onError: noticeSignedOut }),
  mutationCache: new MutationCache({ onError: noticeSignedOut }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      // A refusal will be the same the second time; a lost connection may not.
      retry: (times, error) => !(error instanceof ApiProblem) && times < 2,
    },
  },
})

export function Providers() {
  return (
    <MantineProvider theme={mantineTheme} forceColorScheme="light">
      <LanguageProvider>
        <QueryClientProvider client={queries}>
          <Notifications position="bottom-right" autoClose={6000} />
          <RouterProvider router={router} />
        </QueryClientProvider>
      </LanguageProvider>
    </MantineProvider>
  )
}
