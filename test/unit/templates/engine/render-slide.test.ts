import { expect } from 'chai'
import fc from 'fast-check'
import { AppError } from '../../../../shared/kernel/app-error.js'
import {
  readFieldSchema,
  type FieldSchema,
} from '../../../../templates/engine/field-schema.js'
import { isProse, mapTexts } from '../../../../templates/engine/walk-fields.js'
import { renderSlide } from '../../../../templates/engine/render-slide.js'
import { realCatalogue, templateIds } from './house-of-templates.js'

const PHOTO = 'f'.repeat(64)

async function render(
  templateId: string,
  fields?: Record<string, unknown>,
  language: 'vi' | 'en' | 'jra' = 'vi',
) {
  const catalogue = await realCatalogue()
  return renderSlide(catalogue, {
    templateId,
    fields: fields ?? catalogue.get(templateId).sample,
    language,
    resolutionClass: '1080',
    resolveMedia: async (id) => (id === 'gone' ? null : { sha256: PHOTO }),
  })
}

const ids = templateIds()

/** Elements and attributes that a rendered slide may consist of. */
const TAGS =
  /^(html|head|meta|title|link|body|main|section|div|p|h1|h2|span|b|i|em|small|svg|path|circle|rect|ellipse|g|defs|pattern|img|dl|dt|dd|article|header|footer|figure|figcaption|blockquote|table|thead|tbody|tr|th|td|ul|ol|li)$/
const ATTRIBUTES =
  /^(charset|http-equiv|content|rel|href|src|alt|class|lang|data-[a-z-]+|aria-hidden|viewBox|d|fill|fill-opacity|stroke|stroke-width|cx|cy|r|rx|ry|x|y|width|height|id|shape-rendering|xmlns|patternUnits|patternTransform|stroke-dasharray|stroke-linejoin|transform|preserveAspectRatio|style|colspan)$/
/** A style holds places in a drawing, made of numbers alone. */
const PLACES = /^((left|bottom):-?[\d.]+%;?)+$/

/** Reads the markup as a browser tokenises it; anything odd is named. */
function oddities(html: string): string[] {
  const odd: string[] = []
  for (const [, close, name = '', rest = ''] of html.matchAll(
    /<(\/?)([a-zA-Z][^\s/>]*)((?:[^>"']|"[^"]*"|'[^']*')*)>/g,
  )) {
    if (!TAGS.test(name)) odd.push(`<${close}${name}>`)
    for (const [, attribute = '', value = ''] of rest.matchAll(
      /([^\s=/"']+)\s*=\s*"([^"]*)"/g,
    )) {
      if (!ATTRIBUTES.test(attribute)) odd.push(attribute)
      if (/^(href|src)$/.test(attribute) && !/^[0-9a-f]{64}$/.test(value)) {
        odd.push(`${attribute}=${value}`)
      }
      if (attribute === 'style' && !PLACES.test(value)) odd.push(value)
    }
    const bare = rest.replace(/[^\s=/"']+\s*=\s*"[^"]*"/g, '')
    if (/[^\s/]/.test(bare.replace(/\b(data-flow-item|data-flow)\b/g, ''))) {
      odd.push(`bare: ${bare.trim()}`)
    }
  }
  return odd
}

const ATTACKS = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</style><script>1</script>',
  'javascript:alert(1)',
  'url(https://x.example/a)',
  '{{constructor.constructor}}',
  '{{{x}}}',
  '<!--',
  '--><svg onload=1>',
  ']]><x>',
  '&lt;script&gt;',
  '<link rel=stylesheet href=//x>',
  '`${1}`',
  '\u202e<b>',
]

const hostile = fc
  .array(fc.oneof(fc.constantFrom(...ATTACKS), fc.string({ maxLength: 12 })), {
    minLength: 1,
    maxLength: 3,
  })
  .map((parts) => `a${parts.join('')}`)

function poison(
  fields: Record<string, unknown>,
  schema: FieldSchema,
  texts: readonly string[],
): Record<string, unknown> {
  let at = 0
  const poisoned = mapTexts(fields, schema, (text, field) => {
    if (!isProse(field) || field.pattern) return text
    at += 1
    const chosen = texts[at % texts.length] ?? ''
    // As the engine counts: code points.
    return [...chosen.normalize('NFC')].slice(0, field.maxLength ?? 10).join('')
  })
  return poisoned as Record<string, unknown>
}

describe('rendering a slide', () => {
  it('refuses fields that break the schema, with every problem', async () => {
    const error = await render('health', { title: 'x' }).catch(
      (e: unknown) => e,
    )
    expect(error).to.be.instanceOf(AppError)
    const { code, details } = error as AppError
    expect(code).to.equal('bulletin.fields_invalid')
    expect(details['problems']).to.have.length.greaterThan(2)
  })

  it('refuses a picture that nobody uploaded', async () => {
    const fields = structuredClone(
      (await realCatalogue()).get('candidates').sample,
    )
    const rows = fields['candidates'] as Record<string, unknown>[]
    for (const row of rows) row['photo'] = 'gone'
    const error = await render('candidates', fields).catch((e: unknown) => e)
    expect((error as AppError).code).to.equal('media.not_found')
  })

  it('refuses an unknown template', async () => {
    const error = await render('none', {}).catch((e: unknown) => e)
    expect((error as AppError).code).to.equal('template.not_found')
  })

  for (const id of ids) {
    it(`keeps hostile words of ${id} mere words`, async () => {
      const { sample, fields } = (await realCatalogue()).get(id)
      const schema = readFieldSchema(fields) ?? {}
      await fc.assert(
        fc.asyncProperty(
          fc.array(hostile, { minLength: 3, maxLength: 8 }),
          async (texts) => {
            const poisoned = poison(sample, schema, texts)
            const { html } = await render(id, poisoned)
            expect(oddities(html)).to.deep.equal([])
          },
        ),
        { numRuns: 25 },
      )
    })
  }

  it('gives the same bytes for the same fields', async () => {
    for (const id of ids) {
      const first = await render(id)
      await render('indicators')
      expect((await render(id)).html, id).to.equal(first.html)
    }
  })

  it('carries no script and says so to the browser', async () => {
    for (const id of ids) {
      const { html } = await render(id)
      expect(html).to.match(
        /^<!doctype html><html lang="vi"><head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="default-src 'none';/,
      )
      expect(html).not.to.match(/<script|javascript:|<style/i)
    }
  })

  it('names every file it needs, fonts of its sheets included', async () => {
    const catalogue = await realCatalogue()
    const held = new Map(catalogue.assets.map((one) => [one.sha256, one]))
    const { assets } = await render('official-notice')
    const names = assets.map((sha256) => held.get(sha256)?.name)
    expect(names).to.include.members([
      'styles/tokens.css',
      'styles/fonts.css',
      'styles/serif.css',
      'slides/official-notice/slide.css',
      'fonts/noto-sans-700.woff2',
      'styles/brocade.svg',
    ])
    expect(names).not.to.include(undefined)
  })

  it('shows the picture in the rendition it was given', async () => {
    const fields = structuredClone(
      (await realCatalogue()).get('candidates').sample,
    )
    const rows = fields['candidates'] as Record<string, unknown>[]
    for (const row of rows) row['photo'] = 'photo-1'
    const { html, assets } = await render('candidates', fields)
    expect(html).to.contain(`<img class="photo" src="${PHOTO}" alt="">`)
    expect(assets).to.include(PHOTO)
  })

  it('keeps candidates in their official order, however typed', async () => {
    const { sample } = (await realCatalogue()).get('candidates')
    const rows = sample['candidates'] as unknown[]
    const turned = { ...sample, candidates: [...rows].reverse() }
    expect((await render('candidates', turned)).html).to.equal(
      (await render('candidates')).html,
    )
  })

  it('stores letters composed and drops what nobody can see', async () => {
    const { sample } = (await realCatalogue()).get('health')
    const title = 'Bốn việc\u202e làm\u200b'.normalize('NFD')
    const { text } = await render('health', { ...sample, title })
    expect(text).to.contain('Bốn việc làm'.normalize('NFC'))
  })

  it('speaks English, and Vietnamese where a language has no words', async () => {
    const english = await render('urgent', undefined, 'en')
    expect(english.html).to.contain('lang="en"')
    expect(english.text).to.contain('level 4 – very high')
    const jrai = await render('urgent', undefined, 'jra')
    expect(jrai.html).to.contain('lang="jra"')
    expect(jrai.text).to.contain('cấp 4 – rất lớn')
  })

  it('says the level in words and a drill twice', async () => {
    const { sample } = (await realCatalogue()).get('urgent')
    expect((await render('urgent')).text).to.contain('cấp 4 – rất lớn')
    const { html } = await render('urgent', { ...sample, drill: true })
    expect(html.match(/DIỄN TẬP/g)).to.have.length(2)
  })

  it('counts the words that are read, and gives them time', async () => {
    const { syllables, slotSeconds, text } = await render('health')
    expect(text).to.contain('Bốn việc làm ngay để phòng sốt xuất huyết')
    expect(syllables).to.be.within(40, 90)
    expect(slotSeconds).to.equal(Math.ceil(5 + 0.4 * syllables))
  })

  it('lets only a slide with a film load one, and gives it the film’s time', async () => {
    const catalogue = await realCatalogue()
    const film = 'b'.repeat(64)
    const slide = await renderSlide(catalogue, {
      templateId: 'video',
      fields: { video: 'film', title: 'Áo phao' },
      language: 'vi',
      resolutionClass: '1080',
      resolveMedia: async () => ({
        sha256: PHOTO,
        video: {
          sha256: film,
          mediaType: 'video/mp4',
          durationSeconds: 75.5,
          hasSound: true,
        },
      }),
    })
    expect(slide.assets).to.include.members([film, PHOTO])
    expect(slide.html).to.include("media-src 'self'").and.include(' muted ')
    expect(slide.slotSeconds).to.equal(76)
    const picture = await render('picture')
    expect(picture.html).not.to.include('media-src')
  })
})
