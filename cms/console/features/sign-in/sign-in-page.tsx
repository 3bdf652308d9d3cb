// The door. It stands over whatever address was asked for, and keeps it.
import { PasswordInput, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useEffect, useState, type FormEvent } from 'react'
import { isProblem } from '../../api/problem.js'
import { isPasskeyBroken, passkeysWork } from '../../api/passkey.js'
import { signIn, signInByPasskey } from '../../api/sign-in.js'
import type { Copy } from '../../copy/vi.js'
import { Icon } from '../../ui/icon.js'
import { useWords } from '../../ui/language.js'
import { sentenceOf } from '../../ui/states.js'
import { SecondStep } from './second-step.js'

/** better-auth answers in its own words; ours say what to do. */
function refusal(error: unknown, copy: Copy): string {
  if (isPasskeyBroken(error)) return copy.account.passkeyBroken
  if (isProblem(error, 'auth.invalid') || isProblem(error, 'auth.required')) {
    return copy.shell.signInWrong
  }
  if (isProblem(error, 'request.too_many')) return copy.shell.signInTooMany
  return sentenceOf(error, copy)
}

export function SignInPage() {
  const { copy, language, setLanguage } = useWords()
  const queries = useQueryClient()
  const [name, setName] = useState('')
  const [password, setPassword] = useState('')
  const [tried, setTried] = useState(false)
  const [second, setSecond] = useState(false)
  const enter = useMutation({
    mutationFn: async (how: 'password' | 'passkey') => {
      if (how === 'password') return signIn(name.trim(), password)
      await signInByPasskey()
      return 'done' as const
    },
    onSuccess: (next) => {
      if (next === 'second-factor') setSecond(true)
      else void queries.invalidateQueries()
    },
    onError: () => setPassword(''),
  })
  useEffect(() => {
    document.title = `${copy.shell.signIn} – ${copy.shell.product}`
  }, [copy])
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (name.trim() !== '' && password !== '') enter.mutate('password')
  }
  if (second) {
    return (
      <SecondStep
        onIn={() => void queries.invalidateQueries()}
        onBack={() => setSecond(false)}
      />
    )
  }
  return (
    <main className="sign-in">
      <form className="sign-in-card" onSubmit={submit} noValidate>
        <div className="brocade" />
        <div className="brand">
          <img src="/mark.svg" alt="" width={48} height={48} />
          <b>{copy.shell.product}</b>
        </div>
        <h1>{copy.shell.signIn}</h1>
        <p className="muted">{copy.shell.signInLead}</p>
        {enter.isError && (
          <p className="note note-bad" role="alert">
            {refusal(enter.error, copy)}
          </p>
        )}
        <TextInput
          label={copy.shell.userName}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          autoComplete="username"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
          error={
            tried && name.trim() === '' ? copy.shell.userNameRequired : null
          }
        />
        <PasswordInput
          label={copy.shell.password}
          value={password}
          onChange={(event) => setPassword(event.currentTarget.value)}
          autoComplete="current-password"
          visibilityToggleButtonProps={{
            'aria-label': copy.shell.showPassword,
          }}
          error={
            tried && password === '' && !enter.isError
              ? copy.shell.passwordRequired
              : null
          }
        />
        <button
          type="submit"
          className="btn btn-primary btn-large"
          disabled={enter.isPending}
        >
          {copy.shell.signIn}
        </button>
        {passkeysWork() && (
          <button
            type="button"
            className="btn"
            disabled={enter.isPending}
            onClick={() => enter.mutate('passkey')}
          >
            <Icon name="shield" />
            {copy.account.signInByPasskey}
          </button>
        )}
        <button
          type="button"
          className="link"
          lang={language === 'vi' ? 'en' : 'vi'}
          onClick={() => setLanguage(language === 'vi' ? 'en' : 'vi')}
        >
          {copy.shell.switchLanguage}
        </button>
      </form>
    </main>
  )
}
