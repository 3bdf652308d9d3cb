// Find a wrong text in everything on air, choose, write the new one, see the
// slides before and after, send it once.
import { TextInput, Textarea } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import type { ProposeCorrection } from '../../../../shared/contract/api/corrections.js'
import { call } from '../../api/client.js'
import { usesQuery } from '../../api/queries.js'
import { Icon } from '../../ui/icon.js'
import { useCopy } from '../../ui/language.js'
import { PageTop } from '../../ui/page.js'
import { FailedState, LoadingRows, sentenceOf } from '../../ui/states.js'
import { BeforeAfter } from './before-after.js'
import { chosenPlaces, exactPlaces, type Chosen } from './chosen-places.js'
import { FoundPlaces } from './found-places.js'

export function ProposePage() {
  const words = useCopy().corrections
  const { tim = '' } = useSearch({ from: '/dinh-chinh/moi' })
  const go = useNavigate({ from: '/dinh-chinh/moi' })
  const [typed, setTyped] = useState(tim)
  const text = typed.trim()
  return (
    <>
      <PageTop
        title={words.findTitle}
        crumb={{ to: '/dinh-chinh', label: words.title }}
      />
      <div className="page-body stack">
        <form
          className="find-form"
          onSubmit={(event) => {
            event.preventDefault()
            if (text.length >= 2) void go({ search: { tim: text } })
          }}
        >
          <TextInput
            label={words.findLabel}
            description={words.findHelp}
            value={typed}
            maxLength={200}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          <button
            type="submit"
            className="btn btn-primary"
            disabled={text.length < 2}
          >
            <Icon name="search" />
            {words.find}
          </button>
        </form>
        {tim.length >= 2 && <Found key={tim} text={tim} />}
      </div>
    </>
  )
}

function Found({ text }: { text: string }) {
  const words = useCopy().corrections
  const found = useQuery(usesQuery(text))
  const [chosen, setChosen] = useState<Chosen | null>(null)
  if (found.isError)
    return (
      <FailedState error={found.error} retry={() => void found.refetch()} />
    )
  if (!found.data) return <LoadingRows rows={3} height={96} />
  const { uses, notices, more } = found.data
  const now = chosen ?? exactPlaces(uses)
  return (
    <>
      {notices.length > 0 && (
        <div className="note note-warn">
          {words.inNotices}
          <ul>
            {notices.map(({ id, title }) => (
              <li key={id}>
                <Link to="/khan/$id" params={{ id }}>
                  {title}
                </Link>
              </li>
            ))}
          </ul>
        </div>
      )}
      {uses.length === 0 ? (
        <p className="note note-info" role="status">
          {words.nothingFound(text)}
        </p>
      ) : (
        <>
          <FoundPlaces uses={uses} chosen={now} onChoose={setChosen} />
          {more && <p className="note note-info">{words.more}</p>}
          <Propose text={text} places={chosenPlaces(uses, now)} />
        </>
      )}
    </>
  )
}

function Propose(props: { text: string; places: ProposeCorrection['places'] }) {
  const { text, places } = props
  const copy = useCopy()
  const words = copy.corrections
  const queries = useQueryClient()
  const go = useNavigate()
  const [replacement, setReplacement] = useState('')
  const [reason, setReason] = useState('')
  const body: ProposeCorrection = { text, replacement, reason, places }
  const ready =
    places.length > 0 && replacement.trim() !== '' && reason.trim() !== ''
  const preview = useMutation({
    mutationFn: () => call('previewCorrection', { body }),
  })
  const propose = useMutation({
    mutationFn: () => call('proposeCorrection', { body }),
    onSuccess: async ({ id }) => {
      void queries.invalidateQueries({ queryKey: ['bulletins'] })
      notifications.show({ message: words.submitted, color: 'act' })
      await go({ to: '/dinh-chinh/$id', params: { id } })
    },
  })
  const error = propose.error ?? preview.error
  const count = places.reduce((sum, one) => sum + one.pointers.length, 0)
  return (
    <section className="stack">
      <p role="status" className="strong">
        {words.chosen(count, places.length)}
      </p>
      <div className="card pad stack propose-form">
        <TextInput
          label={words.replacementLabel}
          value={replacement}
          maxLength={500}
          onChange={(event) => {
            setReplacement(event.currentTarget.value)
            preview.reset()
          }}
        />
        <Textarea
          label={words.reasonLabel}
          description={words.reasonHelp}
          value={reason}
          maxLength={1000}
          autosize
          minRows={2}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
        {!ready && <p className="muted">{words.chooseSome}</p>}
        <div className="button-row">
          <button
            type="button"
            className="btn"
            disabled={!ready || preview.isPending}
            onClick={() => preview.mutate()}
          >
            <Icon name="eye" />
            {preview.data ? words.previewAgain : words.preview}
          </button>
          <button
            type="button"
            className="btn btn-primary"
            disabled={!ready || propose.isPending}
            onClick={() => propose.mutate()}
          >
            <Icon name="send" />
            {words.submit(places.length)}
          </button>
        </div>
        {error && (
          <p className="note note-bad" role="alert">
            {sentenceOf(error, copy)}
          </p>
        )}
      </div>
      {preview.isPending && <LoadingRows rows={1} height={320} />}
      {preview.data && (
        <section className="stack">
          <h2>{words.beforeAfter}</h2>
          {preview.data.items.map((item) => (
            <BeforeAfter key={item.bulletinId} item={item} />
          ))}
        </section>
      )}
    </section>
  )
}
