import { Select } from '@mantine/core'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { useState } from 'react'
import {
  reportBySchema,
  type ReportBy,
} from '../../../../shared/contract/api/reports.js'
import {
  categorySchema,
  type Category,
} from '../../../../shared/contract/template.js'
import { useCopy } from '../../ui/language.js'
import { DateField } from '../../ui/time-fields.js'
import { addDays, today } from '../../ui/time.js'

type Props = { from: string; until: string; by: ReportBy }

const MOST_DAYS = 366

/** Kept in the address, so that a report can be sent as a link. */
export function ReportFilter({ from, until, by }: Props) {
  const copy = useCopy()
  const words = copy.reports
  const { nhom } = useSearch({ from: '/bao-cao' })
  const go = useNavigate({ from: '/bao-cao' })
  const [wrong, setWrong] = useState<string | null>(null)
  const span = (tu: string, den: string): void => {
    const fits = tu <= den && addDays(tu, MOST_DAYS) > den
    setWrong(fits ? null : words.badSpan)
    if (!fits) return
    void go({ search: (before) => ({ ...before, tu, den }), replace: true })
  }
  const now = today()
  const presets = [
    { label: words.presets.week, tu: addDays(now, -6) },
    { label: words.presets.month, tu: addDays(now, -29) },
    { label: words.presets.year, tu: `${now.slice(0, 4)}-01-01` },
  ]
  return (
    <div className="stack tight">
      <div className="report-filter">
        <DateField
          label={words.from}
          value={from}
          onChange={(date) => date && span(date, until)}
        />
        <DateField
          label={words.until}
          value={until}
          error={wrong}
          onChange={(date) => date && span(from, date)}
        />
        <Select
          label={words.by}
          allowDeselect={false}
          data={reportBySchema.options.map((value) => ({
            value,
            label: words.byWords[value],
          }))}
          value={by}
          onChange={(next) =>
            void go({
              search: (before) => ({ ...before, theo: next as ReportBy }),
              replace: true,
            })
          }
        />
        <Select
          label={words.category}
          placeholder={words.everyCategory}
          clearable
          data={categorySchema.options.map((value) => ({
            value,
            label: copy.shell.categories[value],
          }))}
          value={nhom ?? null}
          onChange={(next) =>
            void go({
              search: (before) => ({
                ...before,
                nhom: (next as Category | null) ?? undefined,
              }),
              replace: true,
            })
          }
        />
      </div>
      <div className="page-actions">
        {presets.map(({ label, tu }) => (
          <button
            key={label}
            type="button"
            className="btn"
            aria-pressed={tu === from && until === now}
            onClick={() => span(tu, now)}
          >
            {label}
          </button>
        ))}
      </div>
    </div>
  )
}
