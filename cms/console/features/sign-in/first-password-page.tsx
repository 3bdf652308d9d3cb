// Before anything else: a password that nobody else has chosen or seen.
import { useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { MeView } from '../../../../shared/contract/api/accounts.js'
import { meQuery } from '../../api/queries.js'
import { signOut } from '../../api/sign-in.js'
import { useCopy } from '../../ui/language.js'
import { NewPasswordForm } from '../../ui/new-password-form.js'

export function FirstPasswordPage({ me }: { me: MeView }) {
  const { account: words, shell } = useCopy()
  const queries = useQueryClient()
  useEffect(() => {
    document.title = `${words.firstTitle} – ${shell.product}`
  }, [words, shell])
  const leave = async (): Promise<void> => {
    await signOut().catch(() => undefined)
    queries.setQueryData(meQuery.queryKey, null)
  }
  return (
    <main className="sign-in">
      <div className="sign-in-card">
        <div className="brocade" />
        <div className="brand">
          <img src="/mark.svg" alt="" width={48} height={48} />
          <b>{shell.product}</b>
        </div>
        <h1>{words.firstTitle}</h1>
        <p className="muted">{words.firstLead(me.displayName)}</p>
        <NewPasswordForm
          userName={me.userName}
          askCurrent={false}
          onDone={() => void queries.invalidateQueries()}
        />
        <button type="button" className="link" onClick={() => void leave()}>
          {shell.signOut}
        </button>
      </div>
    </main>
  )
}
