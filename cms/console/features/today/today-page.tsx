// The first page answers three questions: what waits for me, which screens
// need a person, and what is on. What is urgent stands above all of them.
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { noticesQuery } from '../../api/queries.js'
import { Icon } from '../../ui/icon.js'
import { useCopy } from '../../ui/language.js'
import { areasWhere, useMe } from '../../ui/me.js'
import { PageTop } from '../../ui/page.js'
import { AgendaSection } from './agenda-section.js'
import { ScreensSection } from './screens-section.js'
import { WorkSection } from './work-section.js'

export function TodayPage() {
  const { today: words } = useCopy()
  const mayWrite = areasWhere(useMe(), 'author').length > 0
  return (
    <>
      <PageTop
        title={words.title}
        actions={
          mayWrite && (
            <Link className="btn btn-primary" to="/soan/mau">
              <Icon name="plus" />
              {words.compose}
            </Link>
          )
        }
      />
      <div className="page-body stack">
        <p className="muted">{words.lead}</p>
        <InForce />
        <div className="two-columns">
          <div className="stack">
            <WorkSection />
            <AgendaSection />
          </div>
          <ScreensSection />
        </div>
      </div>
    </>
  )
}

/** One red line for each notice in force; nothing when there is none. */
function InForce() {
  const { notices: words, today } = useCopy()
  const notices = useQuery({
    ...noticesQuery,
    select: (all) => all.filter((one) => one.state === 'in_force'),
  })
  if (!notices.data || notices.data.length === 0) return null
  return (
    <section className="today-urgent" aria-label={today.inForce}>
      {notices.data.map((notice) => (
        <Link
          key={notice.id}
          to="/khan/$id"
          params={{ id: notice.id }}
          data-drill={notice.drill || undefined}
        >
          <Icon name="urgent" />
          <b>
            {notice.drill && `${words.drill} · `}
            {notice.title}
          </b>
          <span>
            {words.counts(notice.counts.shown, notice.counts.screens)}
          </span>
        </Link>
      ))}
    </section>
  )
}
