// Asks who it is before a grave act. Any call refused with
// `auth.proof_required` opens it by itself (api/proof-gate.ts); a page that
// wants to ask first uses `useReauth`.
import { Modal, PasswordInput, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useRef, useState, type FormEvent } from 'react'
import { call } from '../api/client.js'
import {
  isPasskeyBroken,
  passkeysWork,
  proveByPasskey,
} from '../api/passkey.js'
import { openProofGate, proveNow } from '../api/proof-gate.js'
import { Icon } from './icon.js'
import { useCopy } from './language.js'
import { sentenceOf } from './states.js'

/** Asks now; resolves to true when the person proved who it is. */
export function useReauth(): () => Promise<boolean> {
  return proveNow
}

export function ReauthDialog() {
  const { account: words, shell } = useCopy()
  const [open, setOpen] = useState(false)
  const answer = useRef<(proved: boolean) => void>(() => undefined)
  useEffect(
    () =>
      openProofGate(
        () =>
          new Promise((resolve) => {
            answer.current = resolve
            setOpen(true)
          }),
      ),
    [],
  )
  const settle = (proved: boolean): void => {
    setOpen(false)
    answer.current(proved)
  }
  return (
    <Modal
      opened={open}
      onClose={() => settle(false)}
      title={words.proveTitle}
      closeButtonProps={{ 'aria-label': shell.close }}
    >
      {open && (
        <ProofForm
          onProved={() => settle(true)}
          onLeave={() => settle(false)}
        />
      )}
    </Modal>
  )
}

function ProofForm(props: { onProved: () => void; onLeave: () => void }) {
  const copy = useCopy()
  const words = copy.account
  const [by, setBy] = useState<'password' | 'code'>('password')
  const [text, setText] = useState('')
  const prove = useMutation({
    mutationFn: async (how: 'typed' | 'passkey') => {
      if (how === 'passkey') return proveByPasskey()
      await call('proveMyself', {
        body: by === 'password' ? { password: text } : { code: text },
      })
    },
    onSuccess: props.onProved,
    onError: () => setText(''),
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    event.stopPropagation()
    if (text !== '') prove.mutate('typed')
  }
  const change = (next: string): void => setText(next)
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p>{words.proveLead}</p>
      {prove.isError && (
        <p className="note note-bad" role="alert">
          {isPasskeyBroken(prove.error)
            ? words.passkeyBroken
            : sentenceOf(prove.error, copy)}
        </p>
      )}
      {by === 'password' ? (
        <PasswordInput
          label={copy.shell.password}
          value={text}
          onChange={(event) => change(event.currentTarget.value)}
          autoComplete="current-password"
          data-autofocus
        />
      ) : (
        <TextInput
          label={words.code}
          description={words.codeHint}
          value={text}
          onChange={(event) => change(event.currentTarget.value)}
          inputMode="numeric"
          autoComplete="one-time-code"
          data-autofocus
        />
      )}
      <div className="modal-acts">
        <button type="button" className="btn" onClick={props.onLeave}>
          {copy.shell.cancel}
        </button>
        <button
          type="submit"
          className="btn btn-primary"
          disabled={prove.isPending || text === ''}
        >
          {words.prove}
        </button>
      </div>
      <div className="person-acts">
        <button
          type="button"
          className="link"
          onClick={() => {
            setText('')
            setBy(by === 'password' ? 'code' : 'password')
          }}
        >
          {by === 'password' ? words.useCode : words.usePassword}
        </button>
        {passkeysWork() && (
          <button
            type="button"
            className="link"
            onClick={() => prove.mutate('passkey')}
          >
            <Icon name="shield" size={16} /> {words.usePasskey}
          </button>
        )}
      </div>
    </form>
  )
}
