/**
 * Every endpoint × every role, made from the OpenAPI document: things of a
 * neighbour are refused in the very bytes of things that never were, and what
 * nobody asked for in a body changes nothing.
 */
import { expect } from 'chai'
import { SYSTEM_ACTOR } from '../../../cms/server/rooms/accounts/actor.js'
import { createAccount } from '../../../cms/server/rooms/accounts/create-account.js'
import { roleSchema } from '../../../shared/contract/api/accounts.js'
import { officialNotice } from '../../support/bulletins.js'
import { problemIn, type CmsClient } from '../../support/cms-client.js'
import {
  AREAS,
  PASSWORD,
  startCms,
  type RunningCms,
} from '../../support/start-cms.js'

type Json = Record<string, unknown>
type Operation = {
  operationId: string
  requestBody?: { content: Record<string, { schema: Json }> }
}

const UNKNOWN = 'zzzzzzzzzzzzzzzzzzzz'

/** The least that the schema takes; ids are the unknown one. */
function sampleOf(schema: Json): unknown {
  const choices = (schema['anyOf'] ?? schema['oneOf']) as Json[] | undefined
  if (choices?.[0] !== undefined) return sampleOf(choices[0])
  if (schema['const'] !== undefined) return schema['const']
  if (Array.isArray(schema['enum'])) return schema['enum'][0] as unknown
  switch (schema['type']) {
    case 'object': {
      const required = (schema['required'] ?? []) as string[]
      const properties = (schema['properties'] ?? {}) as Record<string, Json>
      return Object.fromEntries(
        required.map((name) => [name, sampleOf(properties[name] ?? {})]),
      )
    }
    case 'array': {
      const least = Number(schema['minItems'] ?? 0)
      const item = (schema['items'] ?? {}) as Json
      return Array.from({ length: least }, () => sampleOf(item))
    }
    case 'integer':
    case 'number':
      return Math.max(1, Number(schema['minimum'] ?? 1))
    case 'boolean':
      return true
    case 'string':
      return textOf(schema)
    default:
      return null
  }
}

function textOf({ format, pattern, minLength }: Json): string {
  if (format === 'date-time') return '2031-01-02T03:04:05.000Z'
  if (format === 'date') return '2031-01-02'
  const tried = [UNKNOWN, '0'.repeat(64), '123456', '1', '12:00', '"1"']
  const shape = typeof pattern === 'string' ? new RegExp(pattern, 'i') : null
  if (shape !== null) return tried.find((text) => shape.test(text)) ?? UNKNOWN
  return 'thử'.repeat(Math.max(1, Math.ceil(Number(minLength ?? 1) / 3)))
}

describe('the attack walk', function () {
  this.timeout(120_000)
  let running: RunningCms
  let paths: Record<string, Record<string, Operation>>
  const people = new Map<string, CmsClient>()
  /** Things of the neighbour, by the first word of the path. */
  const outside: Record<string, string> = {}

  before(async () => {
    running = await startCms()
    const document = await running.nobody().fetch('/api/v1/openapi.json')
    ;({ paths } = (await document.json()) as { paths: typeof paths })
    for (const role of roleSchema.options) {
      const userName = `nguoi.${role}`
      await createAccount(running.cms.core, SYSTEM_ACTOR, {
        userName,
        displayName: `Người ${role}`,
        password: PASSWORD,
        grants: [{ role, areaId: AREAS.commune }],
      })
      people.set(role, await running.nobody().signIn(userName, PASSWORD))
    }
    const binh = await running.as('binh')
    const { id } = await binh.call('createBulletin', {
      body: { ...officialNotice(), ownerAreaId: AREAS.other },
    })
    outside['bulletins'] = id
    outside['people'] = (await binh.call('me')).id
  })
  after(() => running.stop())

  const ask = async (
    who: CmsClient,
    at: { method: string; path: string; id: string },
    body: unknown,
  ) => {
    const path = at.path.replace(/\{\w+\}/g, at.id)
    const answer = await who.fetch(`/api/v1${path}`, {
      method: at.method.toUpperCase(),
      ...(body === undefined
        ? {}
        : {
            headers: { 'Content-Type': 'application/json', 'If-Match': '"1"' },
            body: JSON.stringify(body),
          }),
    })
    const { requestId: _ours, ...said } = (await answer.json()) as Json
    return { status: answer.status, said: JSON.stringify(said) }
  }

  it('refuses a neighbour’s thing as one that never was, to every role', async () => {
    let reached = 0
    let walked = 0
    for (const [path, methods] of Object.entries(paths)) {
      const id = outside[path.split('/')[1] ?? '']
      if (id === undefined || !path.includes('{')) continue
      for (const [method, operation] of Object.entries(methods)) {
        const schema = Object.values(operation.requestBody?.content ?? {})[0]
        const body = schema ? sampleOf(schema.schema) : undefined
        for (const [role, who] of people) {
          const there = await ask(who, { method, path, id }, body)
          const never = await ask(who, { method, path, id: UNKNOWN }, body)
          const what = `${role} ${method} ${path}`
          expect(there.status, `${what} ${there.said}`).to.be.within(400, 499)
          expect({ what, ...there }).to.deep.equal({ what, ...never })
          walked += 1
          if (there.status !== 400) reached += 1
        }
      }
    }
    // Refused by its use case, and not for a body that was never right.
    expect(walked).to.be.greaterThan(100)
    expect(reached / walked).to.be.greaterThan(0.7)
  })

  it('lists nothing of a neighbour to any role', async () => {
    for (const path of ['/bulletins?limit=200', '/people?limit=200', '/todo'])
      for (const [role, who] of people) {
        const answer = await who.fetch(`/api/v1${path}`)
        const text = await answer.text()
        expect(text, `${role} ${path}`).not.to.contain(outside['bulletins'])
        expect(text, `${role} ${path}`).not.to.contain(outside['people'])
      }
  })

  it('takes no field that was not asked for', async () => {
    const author = people.get('author')!
    const answer = await author.fetch('/api/v1/bulletins', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({
        ...officialNotice(),
        id: UNKNOWN,
        state: 'live',
        authorId: outside['people'],
        approvedBy: outside['people'],
        version: 99,
        __proto__: { operator: true },
      }),
    })
    if (answer.status === 200) {
      const made = (await answer.json()) as Json
      expect(made['id']).not.to.equal(UNKNOWN)
      expect(made['state']).to.equal('draft')
      expect(JSON.stringify(made)).not.to.contain(outside['people'])
    } else expect((await problemIn(answer)).code).to.equal('request.invalid')
    const me = await author.call('me')
    expect(me.grants.map(({ role }) => role)).to.deep.equal(['author'])
  })

  it('goes on under no session that was there before the sign-in', async () => {
    const planted = 'bangtin.session_token=planted.by-another'
    const answer = await running
      .nobody()
      .fetch('/api/v1/auth/sign-in/username', {
        method: 'POST',
        headers: { 'Content-Type': 'application/json', Cookie: planted },
        body: JSON.stringify({ username: 'nguoi.author', password: PASSWORD }),
      })
    expect(answer.status).to.equal(200)
    const given = answer.headers.getSetCookie().join('\n')
    expect(given).to.match(/bangtin\.session_token=/)
    expect(given).not.to.contain('planted')
    const before = await running.nobody().fetch('/api/v1/me', {
      headers: { Cookie: planted },
    })
    expect(before.status).to.equal(401)
  })

  it('reflects no script, in no page and no problem', async () => {
    const script = '<script>alert(1)</script>'
    const word = encodeURIComponent(script)
    for (const path of [
      `/api/v1/${word}`,
      `/api/v1/bulletins?q=${word}&limit=${word}`,
      `/api/v1/reference?lang=${word}`,
      `/${word}`,
    ]) {
      const answer = await running.nobody().fetch(path, {
        headers: { Accept: 'text/html' },
      })
      expect(answer.headers.get('x-content-type-options')).to.equal('nosniff')
      expect(await answer.text(), path).not.to.contain(script)
    }
  })
})

describe('the API reference', () => {
  it('reads in both languages, with no script and no other host', async () => {
    const running = await startCms()
    try {
      for (const [lang, title] of [
        ['vi', 'Tài liệu API của Bảng Tin'],
        ['en', 'Bảng Tin API reference'],
      ] as const) {
        const answer = await running
          .nobody()
          .fetch(`/api/v1/reference?lang=${lang}`)
        const page = await answer.text()
        expect(answer.headers.get('content-language')).to.equal(lang)
        expect(page).to.contain(`<h1>${title}</h1>`)
        expect(page).to.contain('id="releaseBulletin"')
        expect(page).not.to.match(/<script|<link|\bsrc=|@import|url\(/)
        const hosts = page.match(/href="https?:[^"]*"/g)
        expect(hosts).to.equal(null)
      }
    } finally {
      await running.stop()
    }
  })
})
