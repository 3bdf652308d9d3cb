import { expect } from 'chai'
import { officialNotice } from '../../support/bulletins.js'
import type { CmsClient } from '../../support/cms-client.js'
import { AREAS, startCms, type RunningCms } from '../../support/start-cms.js'

describe('previews', () => {
  let cms: RunningCms
  let ha: CmsClient
  const fields = officialNotice().fields.vi

  before(async () => {
    cms = await startCms()
    ha = await cms.as('ha')
  })
  after(() => cms.stop())

  const order = (over = {}) => ({
    templateId: 'official-notice',
    fields,
    language: 'vi' as const,
    areaId: AREAS.commune,
    ...over,
  })

  it('refuse incomplete fields and say each in the reader’s language', async () => {
    const answer = await ha.fetch('/api/v1/previews', {
      method: 'POST',
      headers: {
        'Content-Type': 'application/json',
        'Accept-Language': 'en',
      },
      body: JSON.stringify(order({ fields: { title: 'Một' } })),
    })
    expect(answer.status).to.equal(422)
    const { problems } = (await answer.json()) as {
      problems: { pointer: string; message: string }[]
    }
    const body = problems.find(({ pointer }) => pointer === '/fields/body')
    expect(body?.message).to.match(/^Fill in/)
  })

  it('refuse a template that is not there and who is not signed in', async () => {
    await ha.refused('preview', 'template.not_found', {
      body: order({ templateId: 'khong-co' }),
    })
    await cms.nobody().refused('preview', 'auth.required', { body: order() })
    await cms.nobody().refused('listTemplates', 'auth.required')
  })

  it('keep script, style and links in every field as text', async () => {
    // Short enough for the narrowest field.
    const hostile = '"><script>x</script><a href=x>'
    const view = await ha.call('preview', {
      body: order({ fields: { ...fields, title: hostile, body: hostile } }),
    })
    expect(view.slide).to.not.match(/<script|<a /i)
    expect(view.slide).to.include('&lt;script')
  })

  it('show the slide with the agency of its area around it', async () => {
    const view = await ha.call('preview', { body: order() })
    expect(view.slide).to.include("default-src 'none'")
    expect(view.furniture).to.include('Ia Sơn')
    expect(view.slotSeconds).to.be.greaterThan(4)
    const [file] = /[0-9a-f]{64}/.exec(view.slide) ?? []
    expect((await ha.fetch(`/api/v1/files/${file}`)).status).to.equal(200)
  })

  it('come for every template from its own sample', async () => {
    const { templates } = await ha.call('listTemplates')
    expect(templates.length).to.be.greaterThan(5)
    for (const { id, sample, frame } of templates) {
      const view = await ha.call('preview', {
        body: order({ templateId: id, fields: sample }),
      })
      expect(view.furniture === null, id).to.equal(frame === 'full')
    }
  })
})
