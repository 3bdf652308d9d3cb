// After the password: the code of the phone, or one of the recovery codes.
import { TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import { signInByCode } from '../../api/sign-in.js'
import { useCopy } from '../../ui/language.js'
import { sentenceOf } from '../../ui/states.js'

export function SecondStep(props: { onIn: () => void; onBack: () => void }) {
  const copy = useCopy()
  const words = copy.account
  const [kind, setKind] = useState<'code' | 'recovery-code'>('code')
  const [code, setCode] = useState('')
  const enter = useMutation({
    mutationFn: () => signInByCode(code.trim(), kind),
    onSuccess: props.onIn,
    onError: () => setCode(''),
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (code.trim() !== '') enter.mutate()
  }
  const byPhone = kind === 'code'
  return (
    <main className="sign-in">
      <form className="sign-in-card" onSubmit={submit} noValidate>
        <div className="brocade" />
        <div className="brand">
          <img src="/mark.svg" alt="" width={48} height={48} />
          <b>{copy.shell.product}</b>
        </div>
        <h1>{words.secondTitle}</h1>
        <p className="muted">
          {byPhone ? words.secondLead : words.recoveryLead}
        </p>
        {enter.isError && (
          <p className="note note-bad" role="alert">
            {sentenceOf(enter.error, copy)}
          </p>
        )}
        <TextInput
          key={kind}
          label={byPhone ? words.code : words.recoveryCode}
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          inputMode={byPhone ? 'numeric' : 'text'}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          autoFocus
        />
        <button
          type="submit"
          className="btn btn-primary btn-large"
          disabled={enter.isPending || code.trim() === ''}
        >
          {copy.shell.signIn}
        </button>
        <button
          type="button"
          className="link"
          onClick={() => {
            setCode('')
            setKind(byPhone ? 'recovery-code' : 'code')
          }}
        >
          {byPhone ? words.useRecovery : words.usePhone}
        </button>
        <button type="button" className="link" onClick={props.onBack}>
          {words.otherAccount}
        </button>
      </form>
    </main>
  )
}
