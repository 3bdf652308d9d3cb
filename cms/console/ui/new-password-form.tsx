// Choosing a password of one's own: on the first day, and whenever one likes.
import { PasswordInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { call } from '../api/client.js'
import { useCopy } from './language.js'
import { sentenceOf } from './states.js'

/** `askCurrent` unless the one in use was temporary. */
export function NewPasswordForm(props: {
  userName: string
  askCurrent: boolean
  onDone: () => void
}) {
  const copy = useCopy()
  const words = copy.account
  const [current, setCurrent] = useState('')
  const [next, setNext] = useState('')
  const [again, setAgain] = useState('')
  const [tried, setTried] = useState(false)
  const change = useMutation({
    mutationFn: () =>
      call('changeOwnPassword', {
        body: {
          newPassword: next,
          ...(props.askCurrent && { currentPassword: current }),
        },
      }),
    onSuccess: () => {
      setCurrent('')
      setNext('')
      setAgain('')
      setTried(false)
      props.onDone()
    },
  })
  const differs = next !== again
  const short = next.length < 10
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (!differs && !short) change.mutate()
  }
  const toggle = { 'aria-label': copy.shell.showPassword }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      {change.isError && (
        <p className="note note-bad" role="alert">
          {sentenceOf(change.error, copy)}
        </p>
      )}
      <input
        type="text"
        hidden
        readOnly
        autoComplete="username"
        value={props.userName}
      />
      {props.askCurrent && (
        <PasswordInput
          label={words.currentPassword}
          value={current}
          onChange={(event) => setCurrent(event.currentTarget.value)}
          autoComplete="current-password"
          visibilityToggleButtonProps={toggle}
        />
      )}
      <PasswordInput
        label={words.newPassword}
        description={words.passwordHint}
        value={next}
        onChange={(event) => setNext(event.currentTarget.value)}
        autoComplete="new-password"
        visibilityToggleButtonProps={toggle}
        error={tried && short ? words.passwordShort : null}
      />
      <PasswordInput
        label={words.passwordAgain}
        value={again}
        onChange={(event) => setAgain(event.currentTarget.value)}
        autoComplete="new-password"
        visibilityToggleButtonProps={toggle}
        error={tried && differs ? words.passwordDiffers : null}
      />
      <button
        type="submit"
        className="btn btn-primary"
        disabled={change.isPending}
      >
        {words.changePassword}
      </button>
    </form>
  )
}
