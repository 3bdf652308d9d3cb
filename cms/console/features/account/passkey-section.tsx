// Passkeys: a finger, a face or a PIN of this device instead of typing.
import { TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type { OwnAccount } from '../../../../shared/contract/api/own-account.js'
import { call } from '../../api/client.js'
import { addPasskey, isPasskeyBroken, passkeysWork } from '../../api/passkey.js'
import { useCopy } from '../../ui/language.js'
import { sentenceOf } from '../../ui/states.js'
import { sayWhen } from '../../ui/time.js'

export function PasskeySection(props: {
  account: OwnAccount
  onChanged: (said: string) => void
}) {
  const { account, onChanged } = props
  const copy = useCopy()
  const words = copy.account
  const [name, setName] = useState('')
  const add = useMutation({
    mutationFn: () => addPasskey(name.trim() || words.passkeyNameDefault),
    onSuccess: () => {
      setName('')
      onChanged(words.passkeyAdded)
    },
  })
  const remove = useMutation({
    mutationFn: (id: string) => call('removePasskey', { params: { id } }),
    onSuccess: () => onChanged(words.passkeyRemoved),
  })
  const error = add.error ?? remove.error
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    add.mutate()
  }
  return (
    <section className="card pad stack tight" aria-labelledby="passkeys">
      <h2 id="passkeys">{words.passkeys}</h2>
      <p className="muted">{words.passkeysLead}</p>
      {error && (
        <p className="note note-bad" role="alert">
          {isPasskeyBroken(error)
            ? words.passkeyBroken
            : sentenceOf(error, copy)}
        </p>
      )}
      <ul className="plain-rows">
        {account.passkeys.map((passkey) => (
          <li key={passkey.id}>
            <div>
              <b>{passkey.name}</b>
              <p className="muted">
                {passkey.lastUsedAt
                  ? words.usedAt(sayWhen(passkey.lastUsedAt, copy))
                  : words.addedAt(sayWhen(passkey.createdAt, copy))}
              </p>
            </div>
            <button
              type="button"
              className="btn"
              aria-label={words.removeNamed(passkey.name)}
              onClick={() => remove.mutate(passkey.id)}
            >
              {words.remove}
            </button>
          </li>
        ))}
      </ul>
      {passkeysWork() ? (
        <form className="inline-form" onSubmit={submit}>
          <TextInput
            label={words.passkeyName}
            placeholder={words.passkeyNameDefault}
            value={name}
            maxLength={80}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <button
            type="submit"
            className="btn btn-primary"
            disabled={add.isPending}
          >
            {words.addPasskey}
          </button>
        </form>
      ) : (
        <p className="note note-info">{words.passkeysNeedName}</p>
      )}
    </section>
  )
}
