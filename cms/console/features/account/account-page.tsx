// The own account: password, second factors, sessions, language.
import { notifications } from '@mantine/notifications'
import { queryOptions, useQuery, useQueryClient } from '@tanstack/react-query'
import { call } from '../../api/client.js'
import { useWords } from '../../ui/language.js'
import { useMe } from '../../ui/me.js'
import { NewPasswordForm } from '../../ui/new-password-form.js'
import { PageTop } from '../../ui/page.js'
import { FailedState, LoadingRows } from '../../ui/states.js'
import { sayDate } from '../../ui/time.js'
import { AuthenticatorSection } from './authenticator-section.js'
import { PasskeySection } from './passkey-section.js'
import { SessionSection } from './session-section.js'

export const ownAccountQuery = queryOptions({
  queryKey: ['me', 'account'],
  queryFn: ({ signal }) => call('myAccount', { signal }),
})

export function AccountPage() {
  const { copy, language, setLanguage } = useWords()
  const words = copy.account
  const me = useMe()
  const account = useQuery(ownAccountQuery)
  const queries = useQueryClient()
  const changed = (said: string): void => {
    notifications.show({ message: said })
    void queries.invalidateQueries({ queryKey: ['me'] })
  }
  return (
    <>
      <PageTop title={words.title} />
      <div className="page-body account">
        <FactorNote />
        <section className="card pad stack tight" aria-labelledby="who">
          <h2 id="who">{me.displayName}</h2>
          <p className="muted">
            {[me.userName, me.post].filter(Boolean).join(' · ')}
          </p>
          <ul className="role-list">
            {me.grants.map((grant) => (
              <li key={`${grant.role} ${grant.areaId}`}>
                <b>{copy.people.roles[grant.role]}</b> – {grant.areaName}
              </li>
            ))}
          </ul>
          <button
            type="button"
            className="link"
            lang={language === 'vi' ? 'en' : 'vi'}
            onClick={() => setLanguage(language === 'vi' ? 'en' : 'vi')}
          >
            {words.otherLanguage}
          </button>
        </section>
        {account.isPending && <LoadingRows rows={3} height={120} />}
        {account.isError && (
          <FailedState
            error={account.error}
            retry={() => void account.refetch()}
          />
        )}
        {account.data && (
          <>
            <AuthenticatorSection account={account.data} onChanged={changed} />
            <PasskeySection account={account.data} onChanged={changed} />
          </>
        )}
        <section className="card pad stack tight" aria-labelledby="password">
          <h2 id="password">{copy.shell.password}</h2>
          <p className="muted">{words.passwordLead}</p>
          <NewPasswordForm
            userName={me.userName}
            askCurrent
            onDone={() => changed(words.passwordChanged)}
          />
        </section>
        {account.data && (
          <SessionSection account={account.data} onChanged={changed} />
        )}
      </div>
    </>
  )
}

function FactorNote() {
  const { account: words } = useWords().copy
  const { required, relaxed, shown, enrolled, dueAt } = useMe().secondFactor
  if (!required || dueAt === null) return null
  if (relaxed) return <p className="note note-gold">{words.demoNote}</p>
  if (shown) return <p className="note note-ok">{words.factorShown}</p>
  return (
    <p className="note note-warn">
      {enrolled ? words.factorNotShown : words.factorWhy(sayDate(dueAt))}
    </p>
  )
}
