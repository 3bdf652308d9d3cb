import { expect } from 'chai'
import { validateFields } from '../../../../templates/engine/validate-fields.js'
import { realCatalogue } from './house-of-templates.js'

async function judge(
  id: string,
  change: (fields: Record<string, unknown>) => void,
  language: 'vi' | 'en' = 'vi',
) {
  const template = (await realCatalogue()).get(id)
  const fields = structuredClone(template.sample)
  change(fields)
  return validateFields(template, fields, language)
}

describe('judging the fields of a bulletin', () => {
  it('finds nothing wrong with any sample', async () => {
    for (const { id } of (await realCatalogue()).templates) {
      expect(await judge(id, () => {}), id).to.deep.equal([])
    }
  })

  const cases: readonly [
    string,
    string,
    (fields: Record<string, unknown>) => void,
    string,
    string,
  ][] = [
    [
      'a missing field',
      'health',
      (f) => delete f['title'],
      '/title',
      'required',
    ],
    ['an unknown field', 'health', (f) => (f['x'] = 1), '/x', 'unknown'],
    ['a wrong type', 'health', (f) => (f['title'] = 5), '/title', 'type'],
    [
      'a text that is too long',
      'health',
      (f) => (f['title'] = 'ẫ'.repeat(51)),
      '/title',
      'too_long',
    ],
    [
      'an empty text',
      'health',
      (f) => (f['title'] = ''),
      '/title',
      'too_short',
    ],
    [
      'a telephone with letters',
      'health',
      (f) => (f['phone'] = 'abc'),
      '/phone',
      'pattern',
    ],
    [
      'a day that no calendar has',
      'polling',
      (f) => (f['date'] = '2026-02-30'),
      '/date',
      'format',
    ],
    [
      'a time that no clock shows',
      'polling',
      (f) => (f['opens'] = '25:00'),
      '/opens',
      'pattern',
    ],
    [
      'an unsafe address',
      'official-notice',
      (f) => (f['link'] = 'javascript:alert(1)'),
      '/link',
      'pattern',
    ],
    [
      'a level beyond the ladder',
      'urgent',
      (f) => (f['level'] = 6),
      '/level',
      'range',
    ],
    [
      'an unknown picture',
      'urgent',
      (f) => (f['hazardIcon'] = 'cat'),
      '/hazardIcon',
      'choice',
    ],
    [
      'too few candidates',
      'candidates',
      (f) => (f['candidates'] = []),
      '/candidates',
      'too_few',
    ],
  ]
  for (const [what, id, change, pointer, rule] of cases) {
    it(`points at ${what}`, async () => {
      const [problem, ...more] = await judge(id, change)
      expect(problem).to.include({ pointer, rule })
      expect(problem?.message).to.match(/\S/)
      expect(more).to.deep.equal([])
    })
  }

  it('points into rows', async () => {
    const problems = await judge('candidates', (fields) => {
      const rows = fields['candidates'] as Record<string, unknown>[]
      const second = rows[1] ?? {}
      delete second['post']
      second['rank'] = 1
    })
    expect(problems.map((one) => [one.pointer, one.rule])).to.have.deep.members(
      [
        ['/candidates/1/post', 'required'],
        ['/candidates/1/rank', 'unknown'],
      ],
    )
  })

  it('refuses one official number twice', async () => {
    const [problem] = await judge('candidates', (fields) => {
      const rows = fields['candidates'] as Record<string, unknown>[]
      const second = rows[1] ?? {}
      second['number'] = 1
    })
    expect(problem).to.include({
      pointer: '/candidates/1/number',
      rule: 'duplicate',
    })
  })

  it('speaks the language of the reader', async () => {
    const spoil = (fields: Record<string, unknown>) => delete fields['contact']
    const [vi] = await judge('health', spoil, 'vi')
    const [en] = await judge('health', spoil, 'en')
    expect(vi?.message).to.contain('Nơi liên hệ')
    expect(en?.message).to.contain('Contact')
  })
})
