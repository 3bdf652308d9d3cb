// The head of a page: where it is, what it is called, what it can do.
import { Link } from '@tanstack/react-router'
import { useEffect, type ReactNode } from 'react'
import { useCopy } from './language.js'

type Crumb = { label: string } & (
  | {
      to:
        | '/kho'
        | '/ban-tin'
        | '/duyet'
        | '/dinh-chinh'
        | '/man-hinh'
        | '/khan'
        | '/nguoi-dung'
        | '/dia-ban'
    }
  | { to: '/ban-tin/$id'; params: { id: string } }
)

/** Also names the browser tab, so that ten open tabs can be told apart. */
export function PageTop({
  title,
  crumb,
  beside,
  actions,
}: {
  title: string
  crumb?: Crumb
  beside?: ReactNode
  actions?: ReactNode
}) {
  const copy = useCopy()
  useEffect(() => {
    document.title = `${title} – ${copy.shell.product}`
  }, [title, copy])
  return (
    <header className="page-top">
      <div className="page-title">
        {crumb && (
          <p className="crumb">
            <Link to={crumb.to}>{crumb.label}</Link>
          </p>
        )}
        <div className="title-row">
          <h1 tabIndex={-1}>{title}</h1>
          {beside}
        </div>
      </div>
      {actions && <div className="page-actions">{actions}</div>}
    </header>
  )
}
