// The code of a phone: setting it up, its recovery codes, taking it away.
import { PasswordInput, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState, type FormEvent } from 'react'
import type {
  NewAuthenticator,
  OwnAccount,
} from '../../../../shared/contract/api/own-account.js'
import { call } from '../../api/client.js'
import { useCopy } from '../../ui/language.js'
import { sentenceOf } from '../../ui/states.js'
import { Tag } from '../../ui/tag.js'
import { RecoveryCodes } from './recovery-codes.js'

type Wish = 'begin' | 'remove' | 'renew'

export function AuthenticatorSection(props: {
  account: OwnAccount
  onChanged: (said: string) => void
}) {
  const { account, onChanged } = props
  const { account: words } = useCopy()
  const [wish, setWish] = useState<Wish | null>(null)
  const [made, setMade] = useState<NewAuthenticator | null>(null)
  const [codes, setCodes] = useState<string[] | null>(null)
  const act = async (password: string): Promise<void> => {
    const body = { password }
    if (wish === 'begin') setMade(await call('beginAuthenticator', { body }))
    if (wish === 'renew')
      setCodes((await call('renewRecoveryCodes', { body })).codes)
    if (wish === 'remove') {
      await call('removeAuthenticator', { body })
      onChanged(words.authenticatorRemoved)
    }
    setWish(null)
  }
  return (
    <section className="card pad stack tight" aria-labelledby="authenticator">
      <div className="title-row">
        <h2 id="authenticator">{words.authenticator}</h2>
        <Tag
          tone={account.authenticator ? 'ok' : 'off'}
          icon={account.authenticator ? 'check' : 'cross'}
        >
          {account.authenticator ? words.on : words.off}
        </Tag>
      </div>
      <p className="muted">{words.authenticatorLead}</p>
      {made && (
        <Enrol
          made={made}
          onDone={() => {
            setMade(null)
            onChanged(words.authenticatorAdded)
          }}
          onLeave={() => setMade(null)}
        />
      )}
      {codes && <RecoveryCodes codes={codes} onKept={() => setCodes(null)} />}
      {wish !== null && <PasswordAsk act={act} onLeave={() => setWish(null)} />}
      {wish === null && made === null && codes === null && (
        <div className="button-row">
          {account.authenticator ? (
            <>
              <button
                type="button"
                className="btn"
                onClick={() => setWish('renew')}
              >
                {words.renewCodes(account.recoveryCodesLeft)}
              </button>
              <button
                type="button"
                className="btn"
                onClick={() => setWish('remove')}
              >
                {words.removeAuthenticator}
              </button>
            </>
          ) : (
            <button
              type="button"
              className="btn btn-primary"
              onClick={() => setWish('begin')}
            >
              {words.setUp}
            </button>
          )}
        </div>
      )}
    </section>
  )
}

/** What keeps an account asks for its password once more. */
function PasswordAsk(props: {
  act: (password: string) => Promise<void>
  onLeave: () => void
}) {
  const copy = useCopy()
  const [password, setPassword] = useState('')
  const go = useMutation({
    mutationFn: () => props.act(password),
    onError: () => setPassword(''),
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (password !== '') go.mutate()
  }
  return (
    <form className="stack" onSubmit={submit} noValidate>
      {go.isError && (
        <p className="note note-bad" role="alert">
          {sentenceOf(go.error, copy)}
        </p>
      )}
      <PasswordInput
        label={copy.account.passwordToGoOn}
        value={password}
        onChange={(event) => setPassword(event.currentTarget.value)}
        autoComplete="current-password"
        autoFocus
      />
      <div className="button-row">
        <button
          type="submit"
          className="btn btn-primary"
          disabled={go.isPending || password === ''}
        >
          {copy.account.goOn}
        </button>
        <button type="button" className="btn" onClick={props.onLeave}>
          {copy.shell.cancel}
        </button>
      </div>
    </form>
  )
}

/** Paper first, then the phone: who loses the phone still has the paper. */
function Enrol(props: {
  made: NewAuthenticator
  onDone: () => void
  onLeave: () => void
}) {
  const { made, onDone, onLeave } = props
  const copy = useCopy()
  const words = copy.account
  const [kept, setKept] = useState(false)
  const [code, setCode] = useState('')
  const confirm = useMutation({
    mutationFn: () => call('confirmAuthenticator', { body: { code } }),
    onSuccess: onDone,
    onError: () => setCode(''),
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (code !== '') confirm.mutate()
  }
  if (!kept)
    return (
      <RecoveryCodes codes={made.recoveryCodes} onKept={() => setKept(true)} />
    )
  return (
    <form className="stack" onSubmit={submit} noValidate>
      <p>{words.scan}</p>
      <img
        className="factor-qr"
        src={made.qr}
        width={264}
        height={264}
        alt={words.qrAlt}
      />
      <p>
        {words.bySecret}
        <br />
        <code className="secret">
          {made.secret.replace(/(.{4})/g, '$1 ').trim()}
        </code>
      </p>
      {confirm.isError && (
        <p className="note note-bad" role="alert">
          {sentenceOf(confirm.error, copy)}
        </p>
      )}
      <TextInput
        label={words.code}
        description={words.codeHint}
        value={code}
        onChange={(event) => setCode(event.currentTarget.value)}
        inputMode="numeric"
        autoComplete="one-time-code"
        autoFocus
      />
      <div className="button-row">
        <button
          type="submit"
          className="btn btn-primary"
          disabled={confirm.isPending || code.trim() === ''}
        >
          {words.confirmCode}
        </button>
        <button type="button" className="btn" onClick={onLeave}>
          {copy.shell.cancel}
        </button>
      </div>
    </form>
  )
}
