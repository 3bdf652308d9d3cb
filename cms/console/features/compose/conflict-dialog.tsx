// Two people changed one draft: both versions side by side, place by place,
// and a person chooses. Nothing is saved and nothing is lost before that.
import { Modal } from '@mantine/core'
import { useMediaQuery } from '@mantine/hooks'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { BulletinView } from '../../../../shared/contract/api/bulletins.js'
import type { TemplateView } from '../../../../shared/contract/template.js'
import {
  mergeParts,
  mergeRevisions,
  type MergePart,
  type Side,
} from '../../../../shared/text/revision-merge.js'
import { fieldLabel } from '../../ui/field-label.js'
import { useWords } from '../../ui/language.js'
import { PartValue } from '../../ui/part-value.js'
import { LoadingRows } from '../../ui/states.js'
import { sayTime } from '../../ui/time.js'
import type { DraftKeeper, DraftState } from './draft-keeper.js'

type ConflictProps = {
  draft: DraftState
  keeper: DraftKeeper
  template: TemplateView
  opened: boolean
  onClose: () => void
}

export function ConflictDialog(props: ConflictProps) {
  const { draft, opened, onClose } = props
  const { copy } = useWords()
  const narrow = useMediaQuery('(max-width: 720px)') ?? false
  return (
    <Modal
      opened={opened}
      onClose={onClose}
      title={copy.drafts.conflictTitle}
      size={980}
      fullScreen={narrow}
      closeButtonProps={{ 'aria-label': copy.shell.close }}
    >
      {draft.theirs ? (
        <Choosing key={draft.theirs.version} {...props} theirs={draft.theirs} />
      ) : (
        <LoadingRows rows={3} height={96} />
      )}
    </Modal>
  )
}

function Choosing(props: ConflictProps & { theirs: BulletinView }) {
  const { draft, keeper, theirs, template } = props
  const { copy } = useWords()
  const words = copy.drafts
  const name = theirs.changedByName ?? theirs.authorName
  const mine = draft.revision
  const parts = mergeParts(draft.base, mine, theirs.revision)
  const [choices, setChoices] = useState<ReadonlyMap<string, Side>>(new Map())
  const left = parts.filter(
    ({ pointer, changed }) => changed === 'both' && !choices.has(pointer),
  ).length
  const all = (side: Side): void =>
    setChoices(new Map(parts.map(({ pointer }) => [pointer, side])))
  const save = useMutation({
    mutationFn: () =>
      keeper.settle(
        mergeRevisions(parts, { mine, theirs: theirs.revision }, choices),
      ),
    onSuccess: props.onClose,
  })
  return (
    <div className="stack conflict">
      <p>{words.conflictLead(name, sayTime(theirs.updatedAt))}</p>
      {parts.length === 0 && <p className="note note-info">{words.same}</p>}
      {parts.length > 1 && (
        <div className="button-row">
          <button type="button" className="btn" onClick={() => all('mine')}>
            {words.allMine}
          </button>
          <button type="button" className="btn" onClick={() => all('theirs')}>
            {words.allTheirs(name)}
          </button>
        </div>
      )}
      {parts.map((part) => (
        <ChoosePart
          key={part.pointer}
          part={part}
          name={name}
          template={template}
          chosen={choices.get(part.pointer) ?? sideOf(part)}
          onChoose={(side) =>
            setChoices(new Map(choices).set(part.pointer, side))
          }
        />
      ))}
      <div className="conflict-foot">
        <span role="status" className={left > 0 ? 'strong' : 'muted'}>
          {left > 0 ? words.left(left) : words.allChosen}
        </span>
        <div className="modal-acts">
          <button type="button" className="btn" onClick={props.onClose}>
            {words.later}
          </button>
          <button
            type="button"
            className="btn btn-primary"
            disabled={left > 0 || save.isPending}
            onClick={() => save.mutate()}
          >
            {words.saveMerged}
          </button>
        </div>
      </div>
    </div>
  )
}

function sideOf({ changed }: MergePart): Side | null {
  return changed === 'both' ? null : changed
}

function ChoosePart(props: {
  part: MergePart
  name: string
  template: TemplateView
  chosen: Side | null
  onChoose: (side: Side) => void
}) {
  const { part, name, template, chosen } = props
  const { copy, language } = useWords()
  const words = copy.drafts
  const why = {
    both: words.changedByBoth,
    mine: words.changedByMe,
    theirs: words.changedByThem(name),
  }[part.changed]
  return (
    <fieldset className="card conflict-part">
      <legend>
        {fieldLabel(part.pointer, template, { copy, language })}
        <span className={part.changed === 'both' ? 'tag tag-warn' : 'tag'}>
          {why}
        </span>
      </legend>
      {(['mine', 'theirs'] as const).map((side) => (
        <label key={side} className="conflict-side">
          <span>
            <input
              type="radio"
              name={part.pointer}
              checked={chosen === side}
              onChange={() => props.onChoose(side)}
            />
            <b>{side === 'mine' ? words.mine : words.theirs(name)}</b>
          </span>
          <PartValue
            pointer={part.pointer}
            template={template}
            value={part[side]}
            other={part[side === 'mine' ? 'theirs' : 'mine']}
            as="after"
          />
        </label>
      ))}
    </fieldset>
  )
}
