import { Modal, TextInput } from '@mantine/core'
import { useDisclosure } from '@mantine/hooks'
import { notifications } from '@mantine/notifications'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type {
  ScreenSettings,
  ScreenView,
} from '../../../../shared/contract/api/screens.js'
import { formatNumber } from '../../../../shared/text/numbers.js'
import { call } from '../../api/client.js'
import { useWords } from '../../ui/language.js'
import { areasWhere, useMe } from '../../ui/me.js'
import { sentenceOf } from '../../ui/states.js'
import { sayWhen } from '../../ui/time.js'
import { ScreenStick } from './screen-stick.js'
import { SettingsForm } from './settings-form.js'

/** What a person decided about the screen, and what the screen says of itself. */
export function ScreenFacts({ screen }: { screen: ScreenView }) {
  const { copy, language } = useWords()
  const words = copy.screens
  const me = useMe()
  const { settings, status } = screen
  const mayChange =
    areasWhere(me, 'technician', 'administrator').length > 0 &&
    screen.health !== 'revoked'
  const size = (value: number): string => formatNumber(value, { language })
  const facts: [string, string][] = [
    [words.area, screen.areaName],
    [
      words.shape,
      `${copy.shell[settings.orientation]}, ${words.classes[settings.resolutionClass]}`,
    ],
    [
      words.size,
      words.sizeOf(size(settings.diagonalInches), size(settings.viewingMetres)),
    ],
    [
      words.languages,
      settings.languages.map((one) => copy.shell.languages[one]).join(', '),
    ],
    [words.ticker, settings.ticker.join(' · ') || words.noTicker],
    [
      words.manifest,
      words.manifestOf(
        status ? String(status.manifestNumber) : '–',
        screen.manifestNumber,
      ),
    ],
    ...(status
      ? [
          [
            words.player,
            words.playerOf(status.playerVersion, status.width, status.height),
          ] satisfies [string, string],
        ]
      : []),
    [words.pairedAt, sayWhen(screen.pairedAt, copy)],
  ]
  return (
    <>
      <dl className="card facts">
        {facts.map(([term, said]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{said}</dd>
          </div>
        ))}
      </dl>
      {mayChange && (
        <div className="button-row">
          <ChangeSettings screen={screen} />
          <Revoke screen={screen} />
        </div>
      )}
      {screen.health !== 'revoked' && (
        <ScreenStick screen={screen} mayChange={mayChange} />
      )}
    </>
  )
}

function useRefreshScreens() {
  const queries = useQueryClient()
  return () => queries.invalidateQueries({ queryKey: ['screens'] })
}

function ChangeSettings({ screen }: { screen: ScreenView }) {
  const { copy } = useWords()
  const [open, dialog] = useDisclosure(false)
  const refresh = useRefreshScreens()
  const save = useMutation({
    mutationFn: (body: ScreenSettings) =>
      call('saveScreen', { params: { id: screen.id }, body }),
    onSuccess: async () => {
      await refresh()
      dialog.close()
      notifications.show({ message: copy.screens.saved, color: 'act' })
    },
  })
  return (
    <>
      <button type="button" className="btn" onClick={dialog.open}>
        {copy.screens.editSettings}
      </button>
      <Modal
        opened={open}
        onClose={dialog.close}
        size="lg"
        title={copy.screens.editSettings}
        closeButtonProps={{ 'aria-label': copy.shell.close }}
      >
        <SettingsForm
          start={screen.settings}
          action={copy.screens.save}
          busy={save.isPending}
          refusal={save.isError ? sentenceOf(save.error, copy) : null}
          // What this form does not ask stays as it was decided.
          onDone={(settings) =>
            save.mutate({ ...screen.settings, ...settings })
          }
        />
      </Modal>
    </>
  )
}

/** Grave: the name has to be typed. */
function Revoke({ screen }: { screen: ScreenView }) {
  const { copy } = useWords()
  const words = copy.screens
  const [open, dialog] = useDisclosure(false)
  const [typed, setTyped] = useState('')
  const refresh = useRefreshScreens()
  const { name } = screen.settings
  const revoke = useMutation({
    mutationFn: () => call('revokeScreen', { params: { id: screen.id } }),
    onSuccess: async () => {
      await refresh()
      dialog.close()
      notifications.show({ message: words.revoked, color: 'act' })
    },
  })
  return (
    <>
      <button type="button" className="btn btn-text" onClick={dialog.open}>
        {words.revoke}
      </button>
      <Modal
        opened={open}
        onClose={dialog.close}
        title={words.revokeTitle}
        closeButtonProps={{ 'aria-label': copy.shell.close }}
      >
        <div className="stack">
          <p>{words.revokeBody(name)}</p>
          <TextInput
            label={words.revokeName}
            value={typed}
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {revoke.isError && (
            <p className="note note-bad" role="alert">
              {sentenceOf(revoke.error, copy)}
            </p>
          )}
          <button
            type="button"
            className="btn btn-primary"
            disabled={typed.trim() !== name.trim() || revoke.isPending}
            onClick={() => revoke.mutate()}
          >
            {words.revoke}
          </button>
        </div>
      </Modal>
    </>
  )
}
