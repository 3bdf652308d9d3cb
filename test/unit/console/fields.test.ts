import { expect } from 'chai'
import {
  labelAt,
  localiseSchema,
  uiSchemaOf,
} from '../../../cms/console/fields/field-schema.js'
import {
  fillFromSample,
  isEmpty,
  prune,
} from '../../../cms/console/fields/fill-sample.js'
import {
  readNumber,
  showNumber,
} from '../../../cms/console/fields/number-text.js'
import {
  errorTree,
  fieldId,
} from '../../../cms/console/fields/problem-errors.js'
import { vi } from '../../../cms/console/copy/vi.js'
import { tidyCode } from '../../../cms/console/features/screens/pairing-code.js'
import {
  readSettings,
  type TypedSettings,
} from '../../../cms/console/features/screens/settings.rules.js'

const SCHEMA = {
  type: 'object',
  required: ['date', 'places'],
  properties: {
    date: {
      type: 'string',
      title: 'Ngày',
      'x-widget': 'date',
      'x-en': { title: 'Date' },
    },
    note: { type: 'string', title: 'Ghi chú', 'x-widget': 'multiline' },
    places: {
      type: 'array',
      title: 'Nơi',
      items: {
        type: 'object',
        properties: { name: { type: 'string', title: 'Tên' } },
      },
    },
  },
}

describe('the form of a template', () => {
  it('speaks English where the schema does, Vietnamese elsewhere', () => {
    const { properties } = localiseSchema(SCHEMA, 'en') as typeof SCHEMA
    expect(properties.date.title).to.equal('Date')
    expect(properties.note.title).to.equal('Ghi chú')
  })

  it('offers choices by their words, in the language of the reader', () => {
    const schema = {
      type: 'object',
      properties: {
        kind: {
          type: 'string',
          enum: ['power', 'water'],
          'x-labels': {
            vi: { power: 'Điện', water: 'Nước' },
            en: { power: 'Power' },
          },
        },
      },
    }
    const names = (language: 'vi' | 'en') =>
      (uiSchemaOf(schema, language)['kind'] as Record<string, unknown>)[
        'ui:enumNames'
      ]
    expect(names('vi')).to.deep.equal(['Điện', 'Nước'])
    expect(names('en')).to.deep.equal(['Power', 'Nước'])
  })

  it('gives each field the widget its kind needs', () => {
    expect(uiSchemaOf(SCHEMA, 'vi')).to.deep.include({
      date: { 'ui:widget': 'date' },
      note: { 'ui:widget': 'textarea' },
    })
  })

  it('hangs each problem at its field and names the field to a person', () => {
    const tree = errorTree([
      { pointer: '/places/1/name', rule: 'required', message: 'Nhập tên.' },
    ])
    expect(tree).to.deep.equal({
      places: { 1: { name: { __errors: ['Nhập tên.'] } } },
    })
    expect(labelAt(SCHEMA, '/places/1/name')).to.equal('Nơi › 2 › Tên')
    expect(fieldId('/places/1/name')).to.equal('field_places_1_name')
  })

  it('shows the sample only where a required field is still empty', () => {
    const sample = { date: '2026-03-15', note: 'mẫu', places: [{ name: 'A' }] }
    const { fields, borrowed } = fillFromSample(
      SCHEMA,
      { date: '2026-04-01', places: [{}] },
      sample,
    )
    expect(fields).to.deep.equal({
      date: '2026-04-01',
      places: [{ name: 'A' }],
    })
    expect(borrowed).to.deep.equal(['places'])
  })

  it('fills the holes of a row that is being typed', () => {
    const schema = {
      properties: {
        rows: {
          minItems: 3,
          items: {
            type: 'object',
            required: ['name', 'area'],
            properties: { name: {}, area: {}, note: {} },
          },
        },
      },
    }
    const { fields, borrowed } = fillFromSample(
      schema,
      { rows: [{ name: 'Của tôi' }, { area: 'B' }] },
      {
        rows: [
          { name: 'mẫu', area: 'A', note: 'n' },
          { name: 'mẫu', area: 'A' },
          { name: 'ba', area: 'C' },
        ],
      },
    )
    expect(fields['rows']).to.deep.equal([
      { name: 'Của tôi', area: 'A' },
      { area: 'B', name: 'mẫu' },
      { name: 'ba', area: 'C' },
    ])
    expect(borrowed).to.deep.equal(['rows'])
  })

  it('knows emptiness in every shape', () => {
    for (const value of [undefined, null, ' ', [], {}, [{ a: '' }]]) {
      expect(isEmpty(value)).to.equal(true)
    }
    for (const value of [0, false, 'x', [0]]) {
      expect(isEmpty(value)).to.equal(false)
    }
    expect(prune({ a: '', b: { c: ' ' }, d: 0 })).to.deep.equal({ d: 0 })
  })

  it('shows and reads figures as an office writes them', () => {
    expect(readNumber('7.592,5')).to.equal(7592.5)
    expect(readNumber('106,2 %')).to.equal(106.2)
    expect(readNumber('7.59')).to.equal(null)
    expect(showNumber(2026)).to.equal('2026')
    expect(showNumber(47500.5)).to.equal('47.500,5')
    expect(readNumber(showNumber(-1234567.25))).to.equal(-1234567.25)
  })
})

describe('pairing a screen', () => {
  it('takes a code however it is typed, and refuses look-alikes', () => {
    expect(tidyCode(' k7m-2qp ')).to.equal('K7M2QP')
    for (const typed of ['K7M2Q', 'K7M2QPX', 'O7M2QP', '17M2QP', '']) {
      expect(tidyCode(typed), typed).to.equal(null)
    }
  })

  const typed: TypedSettings = {
    name: ' Trụ sở ',
    areaId: 'a-01',
    orientation: 'landscape',
    resolutionClass: '1080',
    languages: ['vi'],
    inches: '55',
    metres: '3,5',
    ticker: 'Một\n\n Hai ',
  }

  it('says every field that cannot be saved', () => {
    const read = readSettings(
      {
        ...typed,
        name: ' ',
        areaId: '',
        languages: [],
        inches: '5',
        metres: 'xa',
        ticker: 'x'.repeat(63),
      },
      vi,
    )
    expect(read.ok || Object.keys(read.problems)).to.have.members([
      'name',
      'areaId',
      'languages',
      'inches',
      'metres',
      'ticker',
    ])
  })

  it('reads what was typed', () => {
    const read = readSettings(typed, vi)
    expect(read.ok && read.settings).to.deep.equal({
      name: 'Trụ sở',
      areaId: 'a-01',
      orientation: 'landscape',
      resolutionClass: '1080',
      languages: ['vi'],
      diagonalInches: 55,
      viewingMetres: 3.5,
      ticker: ['Một', 'Hai'],
    })
  })
})
