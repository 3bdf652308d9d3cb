import { useMutation } from '@tanstack/react-query'
import { call } from '../../api/client.js'
import type { Copy } from '../../copy/vi.js'
import { Icon } from '../../ui/icon.js'
import { useCopy } from '../../ui/language.js'
import { sentenceOf } from '../../ui/states.js'
import type { OutputOf } from '../../../../shared/contract/endpoints.js'

/** Walks the whole chain on the server and says in words what it found. */
export function AuditProof() {
  const copy = useCopy()
  const words = copy.audit
  const prove = useMutation({ mutationFn: () => call('proveAudit') })
  return (
    <div className="audit-proof">
      <button
        type="button"
        className="btn btn-primary"
        disabled={prove.isPending}
        onClick={() => prove.mutate()}
      >
        <Icon name="shield" />
        {words.prove}
      </button>
      <div role="status">
        {prove.isPending && words.proving}
        {prove.isError && sentenceOf(prove.error, copy)}
        {prove.data && (
          <div
            className={prove.data.ok ? 'note note-ok' : 'note note-bad'}
            data-proof={prove.data.ok ? 'whole' : 'broken'}
          >
            {sayProof(prove.data, words).map((sentence) => (
              <p key={sentence}>{sentence}</p>
            ))}
          </div>
        )}
      </div>
    </div>
  )
}

const count = (n: number): string => n.toLocaleString('vi-VN')

function sayProof(
  proof: OutputOf<'proveAudit'>,
  words: Copy['audit'],
): string[] {
  if (!proof.ok)
    return [
      words.broken(
        count(proof.brokenAt ?? 1),
        words.reasons[proof.reason ?? 'altered'],
      ),
      words.askAdmin,
    ]
  const { lines, from, sealedUpTo, checkpoints } = proof
  return [
    words.whole(count(lines), count(from)),
    checkpoints === 0
      ? words.unsealed
      : words.sealed(count(sealedUpTo), count(checkpoints)),
    ...(from > 1 ? [words.cut(count(from))] : []),
  ]
}
