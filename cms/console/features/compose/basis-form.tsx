import { TextInput } from '@mantine/core'
import { useState } from 'react'
import {
  basisSchema,
  type Basis,
} from '../../../../shared/contract/api/bulletins.js'
import { ScanPicker } from '../../fields/scan-picker.js'
import { useCopy } from '../../ui/language.js'
import { DateField } from '../../ui/time-fields.js'

const EMPTY = { number: '', issuedOn: '', agency: '', signer: '' }
type Typed = typeof EMPTY & Pick<Basis, 'scanId'>

/** The document a bulletin stands on; kept once it is complete. */
export function BasisForm(props: {
  basis: Basis | undefined
  required: boolean
  onChange: (basis: Basis | undefined) => void
}) {
  const words = useCopy().approvals
  const [typed, setTyped] = useState<Typed>({ ...EMPTY, ...props.basis })
  const change = (patch: Partial<typeof EMPTY>): void =>
    set({ ...typed, ...patch })
  const setScan = (scanId: string | undefined): void => {
    const { scanId: _, ...rest } = typed
    set(scanId === undefined ? rest : { ...rest, scanId })
  }
  const set = (next: Typed): void => {
    setTyped(next)
    const parsed = basisSchema.safeParse(next)
    const blank = !next.number && !next.issuedOn && !next.agency && !next.signer
    if (parsed.success) props.onChange(parsed.data)
    else if (blank) props.onChange(undefined)
  }
  return (
    <section className="card pad basis-form">
      <h2>{words.basisTitle}</h2>
      <p className="muted">
        {props.required ? words.basisRequired : words.basisOptional}
      </p>
      <TextInput
        label={words.basisNumber}
        value={typed.number}
        maxLength={60}
        onChange={(event) => change({ number: event.currentTarget.value })}
      />
      <DateField
        label={words.basisDate}
        value={typed.issuedOn || null}
        onChange={(date) => change({ issuedOn: date ?? '' })}
      />
      <TextInput
        label={words.basisAgency}
        value={typed.agency}
        maxLength={200}
        onChange={(event) => change({ agency: event.currentTarget.value })}
      />
      <TextInput
        label={words.basisSigner}
        value={typed.signer}
        maxLength={120}
        onChange={(event) => change({ signer: event.currentTarget.value })}
      />
      <ScanPicker scanId={typed.scanId} onChange={setScan} />
      {typed.scanId !== undefined && !basisSchema.safeParse(typed).success && (
        <p className="field-warn" role="status">
          {words.scanNeedsRest}
        </p>
      )}
    </section>
  )
}
