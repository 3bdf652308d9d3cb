// A screen without a network: its programme on a stick, what the stick brings
// home, and the PIN of whoever stands before it.
import { TextInput } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { HomecomingView } from '../../../../shared/contract/api/bundles.js'
import type { ScreenView } from '../../../../shared/contract/api/screens.js'
import { HOMECOMING_EXTENSION } from '../../../../shared/contract/bundle.js'
import { API, call } from '../../api/client.js'
import { useCopy } from '../../ui/language.js'
import { sentenceOf } from '../../ui/states.js'
import { sayWhen } from '../../ui/time.js'

/** A homecoming of the most receipts fits; anything longer is none. */
const MOST_BYTES = 32 * 1024 * 1024

export function ScreenStick(props: { screen: ScreenView; mayChange: boolean }) {
  const { id, settings } = props.screen
  const words = useCopy().sticks
  return (
    <section className="card pad stack" aria-labelledby="without-network">
      <h2 id="without-network">{words.title}</h2>
      <p className="muted">{words.lead}</p>
      <div className="button-row">
        <a className="btn" href={`${API}/bundles?screen=${id}`} download>
          {words.download}
        </a>
        <a
          className="btn"
          href={`${API}/bundles?area=${settings.areaId}`}
          download
        >
          {words.downloadArea(props.screen.areaName)}
        </a>
      </div>
      <TakeHome />
      {props.mayChange && <TechnicianPin screenId={id} />}
    </section>
  )
}

/** The file the stick brought home; the result in words. */
function TakeHome() {
  const copy = useCopy()
  const words = copy.sticks
  const take = useMutation({
    mutationFn: async (file: File): Promise<HomecomingView> => {
      const sealed = file.size > MOST_BYTES ? '' : (await file.text()).trim()
      return call('takeHomecoming', { body: { sealed } })
    },
  })
  return (
    <div className="stack tight">
      <h3>{words.takeHome}</h3>
      <p className="muted">{words.takeHomeHelp}</p>
      <div className="button-row">
        <label className="btn file-button">
          <input
            type="file"
            accept={HOMECOMING_EXTENSION}
            disabled={take.isPending}
            onChange={(event) => {
              const [file] = event.currentTarget.files ?? []
              if (file) take.mutate(file)
              // The same file may be chosen again.
              event.currentTarget.value = ''
            }}
          />
          {words.chooseHome}
        </label>
      </div>
      {take.isError && (
        <p className="note note-bad" role="alert">
          {sentenceOf(take.error, copy)}
        </p>
      )}
      {take.data && (
        <p className="note note-ok" role="status">
          {take.data.isNew
            ? words.taken(
                take.data.screenName,
                sayWhen(take.data.at, copy),
                take.data.receipts,
                take.data.rows,
              )
            : words.takenBefore(take.data.screenName)}
        </p>
      )}
    </div>
  )
}

function TechnicianPin({ screenId }: { screenId: string }) {
  const copy = useCopy()
  const words = copy.sticks
  const queries = useQueryClient()
  const [typed, setTyped] = useState('')
  const place = { kind: 'screen', id: screenId } as const
  const key = ['technician-pin', screenId]
  const view = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => call('getTechnicianPin', { query: place, signal }),
  })
  const save = useMutation({
    mutationFn: (pin: string | null) =>
      call('setTechnicianPin', { body: { place, pin } }),
    onSuccess: (now) => {
      queries.setQueryData(key, now)
      setTyped('')
    },
  })
  const isPin = /^\d{6,12}$/.test(typed)
  return (
    <form
      className="stack tight"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        if (isPin) save.mutate(typed)
      }}
    >
      <TextInput
        label={words.pin}
        description={words.pinHelp}
        value={typed}
        inputMode="numeric"
        autoComplete="off"
        error={typed !== '' && !isPin && words.pinBad}
        onChange={(event) => setTyped(event.currentTarget.value)}
      />
      {view.data && (
        <p className="muted">
          {view.data.from === 'nobody'
            ? words.pinNobody
            : view.data.from === 'here'
              ? words.pinHere(sayWhen(view.data.setAt ?? '', copy))
              : words.pinAbove(view.data.areaName ?? '')}
        </p>
      )}
      {save.isError && (
        <p className="note note-bad" role="alert">
          {sentenceOf(save.error, copy)}
        </p>
      )}
      <div className="button-row">
        <button
          type="submit"
          className="btn"
          disabled={!isPin || save.isPending}
        >
          {words.pinSet}
        </button>
        {view.data?.from === 'here' && (
          <button
            type="button"
            className="btn btn-text"
            disabled={save.isPending}
            onClick={() => save.mutate(null)}
          >
            {words.pinRemove}
          </button>
        )}
      </div>
    </form>
  )
}
