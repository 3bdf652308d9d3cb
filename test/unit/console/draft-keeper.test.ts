import { expect } from 'chai'
import {
  createDraftKeeper,
  storageKey,
  type DraftDeps,
  type DraftStart,
} from '../../../cms/console/features/compose/draft-keeper.js'
import { asideCopies } from '../../../cms/console/ui/set-aside.js'
import { ApiProblem, ConnectionLost } from '../../../cms/console/api/problem.js'
import type {
  BulletinView,
  RevisionInput,
} from '../../../shared/contract/api/bulletins.js'
import type { ErrorCode } from '../../../shared/contract/errors.js'

const EMPTY: RevisionInput = {
  title: 'Bản tin',
  templateId: 'polling',
  fields: { vi: {} },
  audience: { areaIds: [], screenIds: [] },
  schedule: {},
  priority: 'normal',
  weight: 1,
}
const NEW: DraftStart = { id: null, version: 0, revision: EMPTY }
const KNOWN: DraftStart = { id: 'b-0001', version: 3, revision: EMPTY }

function problem(code: ErrorCode): ApiProblem {
  return new ApiProblem({
    type: '',
    title: '',
    status: 409,
    code,
    detail: 'Bà Thủy vừa sửa bản tin này lúc 10:21.',
    requestId: 'r',
  })
}

/** A server of one bulletin, a browser's storage and a clock that is turned. */
function world() {
  const calls: string[] = []
  const jobs: { job: () => void; ms: number }[] = []
  const kept = new Map<string, string>()
  const server = {
    version: 0,
    revision: EMPTY,
    fail: null as Error | null,
    held: null as Promise<void> | null,
  }
  const store = async (what: string, revision: RevisionInput) => {
    calls.push(what)
    await server.held
    if (server.fail) throw server.fail
    server.version += 1
    server.revision = revision
    return view()
  }
  const view = () =>
    ({
      id: 'b-0001',
      version: server.version,
      revision: server.revision,
    }) as BulletinView
  const deps: DraftDeps = {
    create: (revision) => store('create', revision),
    save: (_id, revision, expected) => store(`save ${expected}`, revision),
    read: async () => view(),
    storage: {
      getItem: (key) => kept.get(key) ?? null,
      setItem: (key, value) => void kept.set(key, value),
      removeItem: (key) => void kept.delete(key),
    },
    now: () => 1000,
    later: (job, ms) => {
      const entry = { job, ms }
      jobs.push(entry)
      return () => {
        const at = jobs.indexOf(entry)
        if (at >= 0) jobs.splice(at, 1)
      }
    },
  }
  return { calls, jobs, kept, server, deps }
}

describe('a draft that is being written', () => {
  describe('refuses', () => {
    it('to save what nobody has touched', async () => {
      const { deps, calls } = world()
      await createDraftKeeper(deps, NEW).flush()
      expect(calls).to.deep.equal([])
    })

    it('to overwrite a colleague: it stops and asks', async () => {
      const { deps, server, jobs } = world()
      server.fail = problem('bulletin.conflict')
      const keeper = createDraftKeeper(deps, KNOWN)
      keeper.change({ title: 'Của tôi' })
      await keeper.flush()
      expect(keeper.state().status).to.equal('conflict')
      keeper.change({ title: 'Của tôi, thêm' })
      expect(keeper.state().status).to.equal('conflict')
      expect(keeper.state().revision.title).to.equal('Của tôi, thêm')
      expect(jobs).to.deep.equal([])
    })

    it('and says why when the server does', async () => {
      const { deps, server } = world()
      server.fail = problem('bulletin.wrong_state')
      const keeper = createDraftKeeper(deps, KNOWN)
      keeper.change({ title: 'x' })
      const state = await keeper.flush()
      expect(state.status).to.equal('refused')
      expect(state.error).to.equal(server.fail)
    })
  })

  it('is made on the first change and saved by version after that', async () => {
    const { deps, calls } = world()
    const keeper = createDraftKeeper(deps, NEW)
    keeper.change({ title: 'Một' })
    await keeper.flush()
    keeper.change({ title: 'Hai' })
    const state = await keeper.flush()
    expect(calls).to.deep.equal(['create', 'save 1'])
    expect(state).to.include({ id: 'b-0001', version: 2, status: 'saved' })
  })

  it('saves once for many keys', () => {
    const { deps, jobs } = world()
    const keeper = createDraftKeeper(deps, NEW)
    for (const title of ['B', 'Bả', 'Bản']) keeper.change({ title })
    expect(jobs).to.have.length(1)
  })

  it('saves again what was typed while a save was on its way', async () => {
    const { deps, server, calls } = world()
    let release: () => void = () => undefined
    server.held = new Promise((resolve) => {
      release = resolve
    })
    const keeper = createDraftKeeper(deps, NEW)
    keeper.change({ title: 'Một' })
    const saving = keeper.flush()
    keeper.change({ title: 'Hai' })
    release()
    await saving
    expect(calls).to.deep.equal(['create', 'save 1'])
    expect(server.revision.title).to.equal('Hai')
  })

  /** A colleague saved version 7 with these words while I was typing mine. */
  async function inConflict() {
    const all = world()
    const { deps, server } = all
    server.version = 7
    server.revision = { ...EMPTY, title: 'Của họ', weight: 3 }
    server.fail = problem('request.precondition_failed')
    const keeper = createDraftKeeper(deps, KNOWN)
    keeper.change({ title: 'Của tôi' })
    await keeper.flush()
    await keeper.readTheirs()
    server.fail = null
    return { ...all, keeper }
  }

  it('has both versions, and what both had before, to choose from', async () => {
    const { keeper } = await inConflict()
    const { status, theirs, revision, base } = keeper.state()
    expect(status).to.equal('conflict')
    expect(theirs?.revision.title).to.equal('Của họ')
    expect(revision.title).to.equal('Của tôi')
    expect(base).to.deep.equal(EMPTY)
  })

  it('saves what came of choosing over their version, and keeps mine', async () => {
    const { keeper, server, calls, kept } = await inConflict()
    await keeper.settle({ ...EMPTY, title: 'Của họ', weight: 3 })
    expect(calls).to.deep.equal(['save 3', 'save 7'])
    expect(server.revision).to.include({ title: 'Của họ', weight: 3 })
    expect(keeper.state()).to.include({ status: 'saved', version: 8 })
    const storage = { getItem: (key: string) => kept.get(key) ?? null }
    const [copy] = asideCopies(
      { ...storage, setItem: () => undefined },
      'b-0001',
    )
    expect(copy?.revision.title).to.equal('Của tôi')
  })

  it('asks again when they saved once more meanwhile', async () => {
    const { keeper, server } = await inConflict()
    server.fail = problem('request.precondition_failed')
    await keeper.settle({ ...EMPTY, title: 'Gộp' })
    expect(keeper.state().status).to.equal('conflict')
    expect(keeper.state().revision.title).to.equal('Gộp')
  })

  it('takes a newer version at once when nothing here waits', async () => {
    const { deps } = world()
    const keeper = createDraftKeeper(deps, KNOWN)
    const may = { edit: true } as BulletinView['may']
    const newer = { id: 'b-0001', version: 4, may } as BulletinView
    newer.revision = { ...EMPTY, title: 'Của họ' }
    keeper.change({ title: 'Đang gõ' })
    expect(keeper.meet(newer)).to.equal(false)
    await keeper.flush()
    expect(keeper.meet({ ...newer, version: 1 })).to.equal(false)
    expect(keeper.meet({ ...newer, version: 9 })).to.equal(true)
    expect(keeper.state()).to.include({ status: 'saved', version: 9 })
    expect(keeper.state().revision.title).to.equal('Của họ')
  })

  describe('remembers', () => {
    it('every word in this browser until the server has it', async () => {
      const { deps, server, kept } = world()
      server.fail = new ConnectionLost('away')
      const keeper = createDraftKeeper(deps, NEW)
      keeper.change({ title: 'Chưa gửi được' })
      await keeper.flush()
      expect(kept.get(storageKey(null, 'polling'))).to.contain('Chưa gửi được')
      server.fail = null
      keeper.change({ title: 'Gửi được' })
      await keeper.flush()
      expect(kept.size).to.equal(0)
    })

    it('what an earlier visit left behind', () => {
      const first = world()
      createDraftKeeper(first.deps, NEW).change({ title: 'Còn lại' })
      const next = world()
      for (const [key, value] of first.kept) next.kept.set(key, value)
      const keeper = createDraftKeeper(next.deps, NEW)
      expect(keeper.state()).to.include({ restored: true, status: 'dirty' })
      expect(keeper.state().revision.title).to.equal('Còn lại')
    })

    it('nothing of a torn store', () => {
      const { deps, kept } = world()
      kept.set(storageKey(null, 'polling'), '{"version":1,"rev')
      expect(createDraftKeeper(deps, NEW).state().restored).to.equal(false)
    })
  })

  describe('recovers', () => {
    it('by trying again, waiting longer each time', async () => {
      const { deps, server, jobs } = world()
      server.fail = new ConnectionLost('away')
      const keeper = createDraftKeeper(deps, KNOWN)
      keeper.change({ title: 'x' })
      const waits: number[] = []
      for (let time = 0; time < 6; time += 1) {
        await keeper.flush()
        waits.push(jobs[0]?.ms ?? 0)
      }
      expect(keeper.state().status).to.equal('offline')
      expect(waits).to.deep.equal([2000, 4000, 8000, 16000, 30000, 30000])
      server.fail = null
      jobs[0]?.job()
      await keeper.flush()
      expect(keeper.state().status).to.equal('saved')
    })
  })
})
