// A new account: who, where, with which role. The password is made, not typed.
import { TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState, type FormEvent } from 'react'
import { call } from '../../api/client.js'
import { useCopy } from '../../ui/language.js'
import { areasWhere, useMe } from '../../ui/me.js'
import { PageTop } from '../../ui/page.js'
import { firstFault } from '../../ui/states.js'
import { AreaSelect } from '../../ui/places/area-select.js'
import { grantBody, NEW_GRANT } from './grant-draft.js'
import { GrantFields } from './grant-fields.js'
import { OneTimePasswordCard } from './one-time-password-card.js'

export function NewPersonPage() {
  const copy = useCopy()
  const words = copy.people
  const tops = areasWhere(useMe(), 'administrator')
  const queries = useQueryClient()
  const [userName, setUserName] = useState('')
  const [displayName, setDisplayName] = useState('')
  const [post, setPost] = useState('')
  const [areaId, setAreaId] = useState<string | null>(null)
  const [grant, setGrant] = useState(NEW_GRANT)
  const [tried, setTried] = useState(false)
  const make = useMutation({
    mutationFn: () => {
      const body = grantBody({ ...grant, areaId: grant.areaId ?? areaId })
      return call('createPerson', {
        body: {
          userName,
          displayName,
          post,
          areaId: areaId ?? '',
          grants: body ? [body] : [],
        },
      })
    },
    onSuccess: () => queries.invalidateQueries({ queryKey: ['people'] }),
  })
  const missing = (value: string | null): string | null =>
    tried && !value?.trim() ? words.required : null
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    setTried(true)
    if (userName.trim() && displayName.trim() && areaId) make.mutate()
  }
  return (
    <>
      <PageTop
        title={words.make}
        crumb={{ to: '/nguoi-dung', label: words.title }}
      />
      <div className="page-body narrow-page">
        {make.data ? (
          <OneTimePasswordCard made={make.data}>
            <Link
              className="btn btn-primary"
              to="/nguoi-dung/$id"
              params={{ id: make.data.id }}
            >
              {words.toPerson}
            </Link>
          </OneTimePasswordCard>
        ) : (
          <form className="card pad stack" onSubmit={submit} noValidate>
            {make.isError && (
              <p className="note note-bad" role="alert">
                {firstFault(make.error, copy)}
              </p>
            )}
            <TextInput
              label={words.displayName}
              value={displayName}
              error={missing(displayName)}
              onChange={(event) => setDisplayName(event.currentTarget.value)}
              autoFocus
            />
            <TextInput
              label={copy.shell.userName}
              description={words.userNameHint}
              value={userName}
              error={missing(userName)}
              autoCapitalize="none"
              spellCheck={false}
              onChange={(event) => setUserName(event.currentTarget.value)}
            />
            <TextInput
              label={words.post}
              placeholder={words.postExample}
              value={post}
              onChange={(event) => setPost(event.currentTarget.value)}
            />
            <AreaSelect
              label={words.unit}
              tops={tops}
              value={areaId}
              error={missing(areaId)}
              onChange={setAreaId}
            />
            <h2>{words.firstRole}</h2>
            <GrantFields
              tops={tops}
              draft={{ ...grant, areaId: grant.areaId ?? areaId }}
              onChange={setGrant}
            />
            <p className="note note-info">{words.makeNote}</p>
            <div className="button-row">
              <button
                type="submit"
                className="btn btn-primary"
                disabled={make.isPending}
              >
                {words.make}
              </button>
              <Link className="btn" to="/nguoi-dung">
                {copy.shell.cancel}
              </Link>
            </div>
          </form>
        )}
      </div>
    </>
  )
}
