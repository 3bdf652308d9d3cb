// What an administrator can do with an area; each act with its day.
import { Modal } from '@mantine/core'
import { notifications } from '@mantine/notifications'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { AreaDetails } from '../../../../shared/contract/api/areas.js'
import { areasQuery } from '../../api/queries.js'
import { useCopy } from '../../ui/language.js'
import { firstFault } from '../../ui/states.js'
import { today } from '../../ui/time.js'
import {
  actOnArea,
  actsOn,
  draftOf,
  isReady,
  type AreaAct,
} from './area-act.rules.js'
import { ActFields } from './area-act-fields.js'

export function AreaActs({ area }: { area: AreaDetails }) {
  const copy = useCopy()
  const words = copy.places
  const queries = useQueryClient()
  const go = useNavigate()
  const [asked, setAsked] = useState<AreaAct | null>(null)
  const [draft, setDraft] = useState(() => draftOf(area, today()))
  const areas = useQuery(areasQuery).data ?? []
  const act = useMutation({
    mutationFn: (what: AreaAct) => actOnArea(what, { area, areas, draft }),
    onSuccess: (after) => {
      setAsked(null)
      notifications.show({ message: words.saved })
      void queries.invalidateQueries({ queryKey: ['areas'] })
      if (after.id !== area.id)
        void go({ to: '/dia-ban/$id', params: { id: after.id } })
    },
  })
  const offered = actsOn(area)
  if (offered.length === 0) return null
  const label = (what: AreaAct) =>
    what === 'add' ? words.addBelow : words[what]
  const ask = (what: AreaAct): void => {
    act.reset()
    setDraft(draftOf(area, today()))
    setAsked(what)
  }
  return (
    <section className="card pad stack tight" aria-labelledby="acts">
      <h2 id="acts">{words.acts}</h2>
      <div className="button-row">
        {offered.map((what) => (
          <button
            key={what}
            type="button"
            className="btn"
            onClick={() => ask(what)}
          >
            {label(what)}
          </button>
        ))}
      </div>
      <Modal
        opened={asked !== null}
        onClose={() => setAsked(null)}
        title={asked && `${label(asked)} – ${area.name}`}
        closeButtonProps={{ 'aria-label': copy.shell.close }}
      >
        {asked && (
          <form
            className="stack tight"
            onSubmit={(event) => {
              event.preventDefault()
              act.mutate(asked)
            }}
          >
            {act.isError && (
              <p className="note note-bad" role="alert">
                {firstFault(act.error, copy)}
              </p>
            )}
            <ActFields what={asked} draft={draft} onChange={setDraft} />
            <div className="modal-acts">
              <button
                type="button"
                className="btn"
                onClick={() => setAsked(null)}
              >
                {copy.shell.cancel}
              </button>
              <button
                type="submit"
                className="btn btn-primary"
                disabled={act.isPending || !isReady(asked, draft)}
              >
                {words.save}
              </button>
            </div>
          </form>
        )}
      </Modal>
    </section>
  )
}
