// Pairing on the spot: the code on the glass, the same words on both sides,
// then where the screen hangs. Works with one thumb on a phone.
import { TextInput } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type {
  PairingView,
  ScreenSettings,
} from '../../../../shared/contract/api/screens.js'
import { sayFingerprint } from '../../../../shared/text/copy/say.js'
import { call } from '../../api/client.js'
import { pairingQuery } from '../../api/queries.js'
import { useCopy, useWords } from '../../ui/language.js'
import { PageTop } from '../../ui/page.js'
import { LoadingRows, sentenceOf } from '../../ui/states.js'
import { tidyCode } from './pairing-code.js'
import { SettingsForm } from './settings-form.js'

export function PairPage() {
  const copy = useCopy()
  const { code } = useSearch({ from: '/ghep' })
  const go = useNavigate({ from: '/ghep' })
  const tidy = tidyCode(code ?? '')
  return (
    <>
      <PageTop
        title={copy.screens.pairTitle}
        crumb={{ to: '/man-hinh', label: copy.screens.title }}
      />
      <div className="page-body narrow">
        {tidy === null ? (
          <CodeForm
            start={code ?? ''}
            onCode={(next) => void go({ search: { code: next } })}
          />
        ) : (
          <FoundScreen
            key={tidy}
            code={tidy}
            onAgain={() => void go({ search: {} })}
          />
        )}
      </div>
    </>
  )
}

function CodeForm(props: { start: string; onCode: (code: string) => void }) {
  const copy = useCopy()
  const words = copy.screens
  const [typed, setTyped] = useState(props.start)
  const [tried, setTried] = useState(props.start !== '')
  const code = tidyCode(typed)
  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault()
        setTried(true)
        if (code !== null) props.onCode(code)
      }}
    >
      <p className="lead">{words.pairLead}</p>
      <TextInput
        label={words.code}
        description={words.codeHelp}
        className="code-field"
        value={typed}
        autoFocus
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        error={tried && code === null ? words.codeBad : null}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      <button type="submit" className="btn btn-primary btn-large">
        {words.find}
      </button>
    </form>
  )
}

function FoundScreen({ code, onAgain }: { code: string; onAgain: () => void }) {
  const { copy, language } = useWords()
  const words = copy.screens
  const pairing = useQuery(pairingQuery(code))
  const [answer, setAnswer] = useState<'same' | 'different' | null>(null)
  const again = (
    <button type="button" className="btn" onClick={onAgain}>
      {words.again}
    </button>
  )
  if (pairing.isPending) return <LoadingRows rows={1} height={180} />
  if (pairing.isError) {
    return (
      <div className="stack">
        <p className="note note-bad" role="alert">
          {sentenceOf(pairing.error, copy)}
        </p>
        {again}
      </div>
    )
  }
  if (answer === 'different') {
    return (
      <div className="stack">
        <div className="note note-bad" role="alert">
          <b>{words.differentTitle}</b>
          <p>{words.differentBody}</p>
        </div>
        {again}
      </div>
    )
  }
  if (answer === 'same') return <Describe pairing={pairing.data} />
  return (
    <section className="card pad stack fingerprint">
      <p className="muted">
        {words.machine(
          pairing.data.host,
          pairing.data.width,
          pairing.data.height,
        )}
      </p>
      <h2>{words.compare}</h2>
      <p className="fingerprint-words">
        {sayFingerprint(pairing.data.fingerprint, language)}
      </p>
      <p className="hint">{words.compareHelp}</p>
      <div className="button-row">
        <button
          type="button"
          className="btn btn-primary btn-large"
          onClick={() => setAnswer('same')}
        >
          {words.same}
        </button>
        <button
          type="button"
          className="btn btn-large"
          onClick={() => setAnswer('different')}
        >
          {words.different}
        </button>
      </div>
    </section>
  )
}

function Describe({ pairing }: { pairing: PairingView }) {
  const copy = useCopy()
  const queries = useQueryClient()
  const go = useNavigate()
  const claim = useMutation({
    mutationFn: (settings: ScreenSettings) =>
      call('claimScreen', { body: { ...settings, code: pairing.code } }),
    onSuccess: async (screen) => {
      void queries.invalidateQueries({ queryKey: ['screens'] })
      void queries.invalidateQueries({ queryKey: ['areas'] })
      notifications.show({
        message: copy.screens.claimed(screen.settings.name),
        color: 'act',
      })
      await go({ to: '/man-hinh/$id', params: { id: screen.id } })
    },
  })
  const isPortrait = pairing.height > pairing.width
  const start: ScreenSettings = {
    name: '',
    areaId: '',
    orientation: isPortrait ? 'portrait' : 'landscape',
    resolutionClass:
      Math.min(pairing.width, pairing.height) > 1200 ? '2160' : '1080',
    languages: ['vi'],
    diagonalInches: 55,
    viewingMetres: 4,
    ticker: [],
  }
  return (
    <section className="stack">
      <h2>{copy.screens.describe}</h2>
      <SettingsForm
        start={start}
        action={copy.screens.claim}
        busy={claim.isPending}
        refusal={claim.isError ? sentenceOf(claim.error, copy) : null}
        onDone={(settings) => claim.mutate(settings)}
      />
    </section>
  )
}
