// The frame around every page: menu, person, language, lost-connection line.
import { Drawer } from '@mantine/core'
import { useDisclosure, useMediaQuery } from '@mantine/hooks'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link, Outlet, useRouterState } from '@tanstack/react-router'
import { Suspense, useEffect } from 'react'
import { meQuery, noticesQuery, todoQuery } from '../api/queries.js'
import { signOut } from '../api/sign-in.js'
import { Icon } from '../ui/icon.js'
import { useWords } from '../ui/language.js'
import { areasWhere, useMe } from '../ui/me.js'
import { ReauthDialog } from '../ui/reauth-dialog.js'
import { LoadingRows } from '../ui/states.js'
import { FactorLine } from './factor-line.js'
import { LostLine } from './lost-line.js'
import { SignedIn } from './session.js'
import { useSlashSearch } from './use-slash-search.js'

export function Shell() {
  return (
    <SignedIn>
      <Frame />
      <ReauthDialog />
    </SignedIn>
  )
}

function Frame() {
  const { copy } = useWords()
  const narrow = useMediaQuery('(max-width: 900px)') ?? false
  const [open, menu] = useDisclosure(false)
  const path = useRouterState({ select: (state) => state.location.pathname })
  useEffect(() => menu.close(), [path])
  useSlashSearch()
  return (
    <div className={narrow ? 'app app-narrow' : 'app'}>
      <a className="skip" href="#noi-dung">
        {copy.shell.skip}
      </a>
      {narrow ? (
        <>
          <header className="bar">
            <button
              type="button"
              className="bar-button"
              aria-label={copy.shell.openMenu}
              onClick={menu.open}
            >
              <Icon name="menu" size={24} />
            </button>
            <Brand />
          </header>
          <Drawer
            opened={open}
            onClose={menu.close}
            size={264}
            padding={0}
            withCloseButton={false}
            title={null}
            attributes={{ content: { 'aria-label': copy.shell.menu } }}
          >
            <Rail />
          </Drawer>
        </>
      ) : (
        <aside className="rail">
          <Rail />
        </aside>
      )}
      <div className="page">
        <LostLine />
        <FactorLine />
        <main id="noi-dung" tabIndex={-1}>
          <Suspense
            fallback={
              <div className="page-body">
                <LoadingRows rows={5} height={64} />
              </div>
            }
          >
            <Outlet />
          </Suspense>
        </main>
      </div>
    </div>
  )
}

function Brand() {
  const { copy } = useWords()
  const me = useMe()
  return (
    <div className="brand">
      <img src="/mark.svg" alt="" width={40} height={40} />
      <div>
        <b>{copy.shell.product}</b>
        <span>{me.grants[0]?.areaName}</span>
      </div>
    </div>
  )
}

function Rail() {
  const { copy } = useWords()
  const live = useQuery({
    ...noticesQuery,
    select: (all) => all.filter((one) => one.state === 'in_force').length,
  })
  const count = live.data ?? 0
  const looksAfter = areasWhere(useMe(), 'administrator', 'auditor').length > 0
  const todo = useQuery({
    ...todoQuery,
    select: (all) => all.waiting.length + all.corrections.length,
  })
  const waiting = todo.data ?? 0
  return (
    <>
      <Brand />
      <div className="brocade" />
      <nav className="nav" aria-label={copy.shell.menu}>
        <Link to="/" activeOptions={{ exact: true }}>
          <Icon name="today" />
          {copy.today.title}
        </Link>
        <Link to="/ban-tin" activeOptions={{ includeSearch: false }}>
          <Icon name="bulletin" />
          {copy.shell.bulletins}
        </Link>
        <Link to="/duyet">
          <Icon name="check" />
          <span>
            {copy.approvals.title}
            {waiting > 0 && <small>{copy.approvals.menuCount(waiting)}</small>}
          </span>
        </Link>
        <Link to="/dinh-chinh">
          <Icon name="edit" />
          {copy.corrections.title}
        </Link>
        <Link to="/man-hinh" activeOptions={{ includeSearch: false }}>
          <Icon name="screen" />
          {copy.shell.screens}
        </Link>
        <Link to="/kho" activeOptions={{ includeSearch: false }}>
          <Icon name="picture" />
          {copy.media.title}
        </Link>
        <Link to="/bao-cao" activeOptions={{ includeSearch: false }}>
          <Icon name="economy" />
          {copy.reports.title}
        </Link>
        <Link to="/dia-ban" activeOptions={{ includeSearch: false }}>
          <Icon name="place" />
          {copy.places.areas}
        </Link>
        {looksAfter && (
          <Link to="/nguoi-dung" activeOptions={{ includeSearch: false }}>
            <Icon name="person" />
            {copy.people.title}
          </Link>
        )}
        {looksAfter && (
          <Link to="/nhat-ky" activeOptions={{ includeSearch: false }}>
            <Icon name="shield" />
            {copy.audit.title}
          </Link>
        )}
        <Link to="/khan" className={count > 0 ? 'sos sos-on' : 'sos'}>
          <Icon name="urgent" />
          <span>
            {copy.shell.notices}
            {count > 0 && <small>{copy.shell.noticesLive(count)}</small>}
          </span>
        </Link>
      </nav>
      <Person />
    </>
  )
}

function Person() {
  const { copy, language, setLanguage } = useWords()
  const me = useMe()
  const queries = useQueryClient()
  const leave = async (): Promise<void> => {
    await signOut().catch(() => undefined)
    // First the pages go, then what they had read.
    queries.setQueryData(meQuery.queryKey, null)
    queries.removeQueries({
      predicate: ({ queryKey }) => queryKey.join() !== meQuery.queryKey.join(),
    })
  }
  return (
    <div className="person">
      <b>{me.displayName}</b>
      <span>{me.post}</span>
      <Link className="link" to="/tai-khoan">
        {copy.account.title}
      </Link>
      <div className="person-acts">
        <button type="button" className="link" onClick={() => void leave()}>
          {copy.shell.signOut}
        </button>
        <button
          type="button"
          className="link"
          lang={language === 'vi' ? 'en' : 'vi'}
          aria-label={copy.shell.switchLanguageLabel}
          onClick={() => setLanguage(language === 'vi' ? 'en' : 'vi')}
        >
          {copy.shell.switchLanguage}
        </button>
      </div>
    </div>
  )
}
