// Empty, loading and failed: the three states every list and page has.
import { Skeleton } from '@mantine/core'
import type { ReactNode } from 'react'
import { ApiProblem, AnswerUnreadable, ConnectionLost } from '../api/problem.js'
import type { Copy } from '../copy/vi.js'
import { Icon, type IconName } from './icon.js'
import { useCopy } from './language.js'

/** What happened and what to do, in words; never a code. */
export function sentenceOf(error: unknown, copy: Copy): string {
  if (error instanceof ApiProblem) return error.problem.detail
  if (error instanceof ConnectionLost) return copy.shell.noConnection
  if (error instanceof AnswerUnreadable) return copy.shell.unreadable
  return copy.shell.unexpected
}

/** The first field at fault by name, where the refusal is about fields. */
export function firstFault(error: unknown, copy: Copy): string {
  const first =
    error instanceof ApiProblem ? error.problem.problems?.[0] : undefined
  return first?.message || sentenceOf(error, copy)
}

/** Nothing there yet: says so and offers the work that fills it. */
export function EmptyState({
  icon,
  title,
  children,
}: {
  icon: IconName
  title: string
  children?: ReactNode
}) {
  return (
    <div className="empty-state">
      <span className="empty-mark">
        <Icon name={icon} size={32} />
      </span>
      <h2>{title}</h2>
      {children}
    </div>
  )
}

/** A read that failed, with the way to try again. */
export function FailedState({
  error,
  retry,
}: {
  error: unknown
  retry: () => void
}) {
  const copy = useCopy()
  return (
    <div className="failed-state" role="alert">
      <p>{sentenceOf(error, copy)}</p>
      <button type="button" className="btn" onClick={retry}>
        <Icon name="sync" />
        {copy.shell.retry}
      </button>
    </div>
  )
}

/** Grey rows of about the right height while something loads. */
export function LoadingRows({
  rows,
  height,
}: {
  rows: number
  height: number
}) {
  const copy = useCopy()
  return (
    <div className="loading-rows" role="status" aria-label={copy.shell.loading}>
      {Array.from({ length: rows }, (_row, index) => (
        <Skeleton key={index} height={height} radius={8} />
      ))}
    </div>
  )
}
