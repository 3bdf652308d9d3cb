import { readFileSync } from 'node:fs'
import { expect } from 'chai'
import fc from 'fast-check'
import { validateXML } from 'xmllint-wasm'
import { audienceOfCap } from '../../../../cms/server/rooms/connectors/cap/cap-audience.rules.js'
import {
  distanceKm,
  isInside,
} from '../../../../cms/server/rooms/connectors/cap/cap-geometry.rules.js'
import { wordsOfCap } from '../../../../cms/server/rooms/connectors/cap/cap-notice.rules.js'
import { readCap } from '../../../../cms/server/rooms/connectors/cap/read-cap.js'
import {
  writeCap,
  type NoticeForCap,
} from '../../../../cms/server/rooms/connectors/cap/write-cap.js'
import { AppError } from '../../../../shared/kernel/app-error.js'
import { en } from '../../../../shared/text/copy/en.js'
import { vi } from '../../../../shared/text/copy/vi.js'
import { capTime, floodAlert } from '../../../support/cap-alerts.js'

const NOW = Date.parse('2026-10-14T00:00:00.000Z')
const COPY = { vi: vi.cap, en: en.cap }
const SCHEMA = readFileSync(
  new URL('../../../support/cap-1.2.xsd', import.meta.url),
  'utf8',
)
const later = capTime(NOW + 3_600_000)

function refusalOf(xml: string): unknown {
  try {
    readCap(xml)
    return 'taken'
  } catch (error) {
    return error instanceof AppError ? error.code : error
  }
}

describe('a CAP message coming in', () => {
  it('is refused when it is no CAP 1.2', () => {
    const bad = [
      '',
      'not xml',
      '<alert/>',
      floodAlert().replace('cap:1.2', 'cap:1.1'),
      floodAlert().replace('<status>Actual', '<status>Actually'),
      floodAlert().replace('</alert>', ''),
      floodAlert({ identifier: 'a b' }),
      floodAlert({ sent: 'yesterday' }),
      floodAlert({
        area: '<area><areaDesc>x</areaDesc><polygon>1,2 3</polygon></area>',
      }),
    ]
    for (const xml of bad) expect(refusalOf(xml), xml).to.equal('cap.malformed')
  })

  it('cannot make us expand an entity or read a file', () => {
    const bomb = `<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;">]>${floodAlert()}`
    const file = `<!DOCTYPE a [<!ENTITY f SYSTEM "file:///etc/passwd">]>${floodAlert({ headline: '&f;' })}`
    expect(refusalOf(bomb)).to.equal('cap.malformed')
    expect(refusalOf(file)).to.equal('cap.malformed')
  })

  it('never throws anything but a refusal, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 400 }), (noise) => {
        const whole = floodAlert()
        const at = noise.length % whole.length
        for (const xml of [noise, whole.slice(0, at) + noise + whole.slice(at)])
          expect(refusalOf(xml)).to.be.oneOf(['taken', 'cap.malformed'])
      }),
      { numRuns: 200 },
    )
  })

  it('is read with all it says, in NFC', () => {
    const alert = readCap(
      floodAlert({
        references: 'a@b,X-1,2026-10-14T06:00:00+07:00',
        headline: 'Lũ trên sông Ba'.normalize('NFD'),
        area: `<area><areaDesc>Ven sông</areaDesc>
          <polygon>13.9,108.0 13.9,108.2 14.1,108.2 14.1,108.0 13.9,108.0</polygon>
          <circle>13.98,108.0 5</circle>
          <geocode><valueName>VN:dvhc</valueName><value>23977</value></geocode>
        </area>`,
      }),
    )
    const info = alert.infos[0]!
    expect(info.headline).to.equal('Lũ trên sông Ba'.normalize('NFC'))
    expect(alert.references[0]).to.include({ sender: 'a@b', identifier: 'X-1' })
    expect(info.areas[0]?.polygons[0]).to.have.lengthOf(5)
    expect(info.areas[0]?.circles[0]?.radiusKm).to.equal(5)
    expect(info.areas[0]?.geocodes[0]?.value).to.equal('23977')
  })
})

describe('the words of a CAP message', () => {
  const words = (over: Parameters<typeof floodAlert>[0]) =>
    wordsOfCap(readCap(floodAlert({ expires: later, ...over })), COPY, NOW)

  it('fill the warning slide, whole', () => {
    const said = words({})
    expect(said?.isWhole).to.equal(true)
    expect(said?.words).to.deep.include({ level: 3, drill: false })
    expect(said?.words.fields.vi).to.deep.equal({
      hazard: 'Lũ trên sông Ba đang lên nhanh',
      hazardIcon: 'flood',
      action: 'Sơ tán ngay!',
      advice: [
        { title: 'Khu vực', text: 'Xã Ia Sơn' },
        { title: 'Cần làm', text: 'Đi ngay đến nhà văn hóa.' },
      ],
    })
  })

  it('say when they had to be cut, so that no machine cuts on the glass', () => {
    expect(words({ headline: 'Lũ '.repeat(60) })?.isWhole).to.equal(false)
    expect(words({ instruction: 'Một. Hai. Ba. Bốn. Năm.' })?.isWhole).to.equal(
      false,
    )
  })

  it('an exercise is a drill, and what has ended says nothing', () => {
    expect(words({ status: 'Exercise' })?.words.drill).to.equal(true)
    expect(words({ expires: capTime(NOW - 1000) })).to.equal(null)
  })

  it('severity alone is not a level of disaster risk', () => {
    const xml = floodAlert({ expires: later }).replace(
      'VN:disasterRiskLevel',
      'somethingElse',
    )
    expect(wordsOfCap(readCap(xml), COPY, NOW)?.words.level).to.equal(0)
  })
})

describe('the places of a CAP message', () => {
  const areas = [
    { id: 'a', name: 'Xã Ia Sơn', code: '23977' },
    { id: 'b', name: 'Phường Pleiku', code: '23563' },
  ]
  const inSquare = { id: 's1', at: { lat: 14, lon: 108.1 } }
  const far = { id: 's2', at: { lat: 13, lon: 109 } }
  const found = (area: string) =>
    audienceOfCap(readCap(floodAlert({ area })), {
      areas,
      screens: [inSquare, far],
    })

  it('are found by code before name, by name without accents or kind', () => {
    expect(
      found(
        `<area><areaDesc>Ia Son</areaDesc><geocode><valueName>x</valueName><value>23563</value></geocode></area>`,
      ).audience.areaIds,
    ).to.deep.equal(['b'])
    expect(
      found('<area><areaDesc>ia son, PLEIKU</areaDesc></area>').audience
        .areaIds,
    ).to.deep.equal(['a', 'b'])
  })

  it('are found by shape for screens on the map', () => {
    const square = `<area><areaDesc>Vùng trũng</areaDesc>
      <polygon>13.9,108.0 13.9,108.2 14.1,108.2 14.1,108.0 13.9,108.0</polygon></area>`
    expect(found(square).audience.screenIds).to.deep.equal(['s1'])
    const circle = `<area><areaDesc>Quanh đập</areaDesc><circle>13,109 1</circle></area>`
    expect(found(circle).audience.screenIds).to.deep.equal(['s2'])
  })

  it('that nobody knows are told', () => {
    const { unknown } = found('<area><areaDesc>Atlantis</areaDesc></area>')
    expect(unknown).to.deep.equal(['Atlantis'])
  })

  it('distances are those on a sphere', () => {
    const pleiku = { lat: 13.983, lon: 108.0 }
    const quyNhon = { lat: 13.783, lon: 109.219 }
    expect(distanceKm(pleiku, quyNhon)).to.be.closeTo(133.5, 1)
    fc.assert(
      fc.property(
        fc.double({ min: -60, max: 60, noNaN: true }),
        fc.double({ min: -179, max: 179, noNaN: true }),
        (lat, lon) => {
          const centre = { lat, lon }
          const area = {
            areaDesc: 'x',
            polygons: [],
            circles: [{ centre, radiusKm: 1 }],
            geocodes: [],
          }
          expect(isInside(centre, area)).to.equal(true)
        },
      ),
    )
  })
})

describe('our notices as CAP', () => {
  const notice = {
    kind: 'notice' as const,
    protocol: 1,
    id: 'khan-1',
    version: 2,
    issuedAt: '2026-10-14T00:00:00.000Z',
    startsAt: '2026-10-14T00:00:00.000Z',
    expiresAt: '2026-10-14T06:00:00.000Z',
    level: 4,
    drill: false,
    title: 'Lũ trên sông Ba – Sơ tán ngay!',
    issuer: 'UBND xã Ia Sơn',
    screens: ['man-1'],
    slides: [],
  }
  const of: NoticeForCap = {
    notice,
    recalledAt: null,
    earlier: [{ version: 1, issuedAt: '2026-10-13T23:00:00.000Z' }],
    areas: [{ name: 'Xã Ia Sơn', code: '23977' }],
    fields: {
      hazard: 'Lũ & <sạt lở>',
      action: 'Sơ tán ngay!',
      advice: [{ title: 'Đi ngay', text: 'Các hộ ven sông' }],
    },
  }
  const issuer = { sender: 'bangtin@gialai.vn', codeSystem: 'VN:dvhc' }

  it('fit the schema: alert, update, cancel, exercise', async () => {
    const every: NoticeForCap[] = [
      { ...of, notice: { ...notice, version: 1 }, earlier: [] },
      of,
      { ...of, recalledAt: '2026-10-14T01:00:00.000Z' },
      { ...of, notice: { ...notice, drill: true, level: 0 }, fields: null },
    ]
    for (const one of every) {
      const xml = writeCap(one, issuer)
      const { valid, rawOutput } = await validateXML({
        xml: { fileName: 'alert.xml', contents: xml },
        schema: { fileName: 'cap.xsd', contents: SCHEMA },
      })
      expect(valid, rawOutput).to.equal(true)
      const read = readCap(xml)
      expect(read.infos[0]?.headline).to.equal(notice.title)
    }
  })

  it('come back as they were written', () => {
    const read = readCap(writeCap(of, issuer))
    expect(read).to.include({ msgType: 'Update', status: 'Actual' })
    expect(read.references[0]?.identifier).to.equal('khan-1.1')
    expect(read.infos[0]?.event).to.equal('Lũ & <sạt lở>')
    expect(wordsOfCap(read, COPY, NOW)?.words.level).to.equal(4)
  })
})
