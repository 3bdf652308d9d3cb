import { expect } from 'chai'
import { createHash } from 'node:crypto'
import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { silentLog } from '../../../../shared/kernel/log.js'
import { loadCatalogue } from '../../../../templates/engine/load-catalogue.js'
import {
  realCatalogue,
  spoiltSite,
  templateIds,
  TEMPLATES,
} from './house-of-templates.js'

type Case = {
  what: string
  file: string
  change: (text: string) => string
  pointer: string
}

const CASES: readonly Case[] = [
  {
    what: 'a field without an English label',
    file: 'template.json',
    change: (text) => {
      const manifest = JSON.parse(text)
      delete manifest.fields.properties.title['x-en']
      return JSON.stringify(manifest)
    },
    pointer: '/fields/properties/title/x-en/title',
  },
  {
    what: 'a text without a largest length',
    file: 'template.json',
    change: (text) => {
      const manifest = JSON.parse(text)
      delete manifest.fields.properties.contact.maxLength
      return JSON.stringify(manifest)
    },
    pointer: '/fields/properties/contact',
  },
  {
    what: 'fields that let unknown ones through',
    file: 'template.json',
    change: (text) => text.replaceAll(/"additionalProperties":\s*false,/g, ''),
    pointer: '/fields/additionalProperties',
  },
  {
    what: 'JSON that does not parse',
    file: 'template.json',
    change: (text) => text.slice(0, 50),
    pointer: '',
  },
  {
    what: 'a manifest without a category',
    file: 'template.json',
    change: (text) => text.replace('"category"', '"categorie"'),
    pointer: '/category',
  },
  {
    what: 'unescaped output',
    file: 'slide.hbs',
    change: (text) => text.replace('{{title}}', '{{{title}}}'),
    pointer: 'line 3',
  },
  {
    what: 'a script',
    file: 'slide.hbs',
    change: (text) => `${text}<script>1</script>`,
    pointer: 'line 14',
  },
  {
    what: 'an event attribute',
    file: 'slide.hbs',
    change: (text) => text.replace('<main', '<main onclick="x"'),
    pointer: 'line 1',
  },
  {
    what: 'a field inside a style',
    file: 'slide.hbs',
    change: (text) => text.replace('<main', '<main style="color:{{title}}"'),
    pointer: 'line 1',
  },
  {
    what: 'an unquoted attribute',
    file: 'slide.hbs',
    change: (text) => text.replace('<main', '<main id={{title}}'),
    pointer: 'line 1',
  },
  {
    what: 'words that no catalogue has',
    file: 'slide.hbs',
    change: (text) => text.replace('say "label"', 'say "nothing"'),
    pointer: 'nothing',
  },
  {
    what: 'English words without Vietnamese ones',
    file: 'words.json',
    change: (text) => text.replace('"en": {', '"en": { "extra": "x",'),
    pointer: '/vi/extra',
  },
  {
    what: 'a sheet that fetches from elsewhere',
    file: 'slide.css',
    change: (text) => `${text} a{background:url(https://x.example/a.png)}`,
    pointer: '',
  },
  {
    what: 'a sheet that reaches outside the folders',
    file: 'slide.css',
    change: (text) => `${text} a{background:url(../../../../../etc/passwd)}`,
    pointer: '',
  },
  {
    what: 'a sheet with a missing file',
    file: 'slide.css',
    change: (text) => `${text} a{background:url(none.svg)}`,
    pointer: '',
  },
  {
    what: 'a sample that breaks its own schema',
    file: 'samples/typical.json',
    change: (text) => text.replace('"phone":', '"telephone":'),
    pointer: '/phone',
  },
]

describe('loading the templates', () => {
  for (const { what, file, change, pointer } of CASES) {
    it(`refuses ${what}, naming the file`, async () => {
      await using site = await spoiltSite(({ edit }) => edit(file, change))
      expect(site.refused.code).to.equal('template.invalid')
      const { details } = site.refused
      const blamed = what.includes('missing file') ? 'none.svg' : file
      expect(details['file']).to.match(new RegExp(`own/${blamed}$`))
      expect(details['message']).to.be.a('string').and.not.equal('')
      if (pointer) expect(details['pointer']).to.equal(pointer)
    })
  }

  it('refuses a function that is not on the list', async () => {
    await using site = await spoiltSite(({ edit }) =>
      edit('slide.hbs', (text) =>
        text.replace('{{title}}', '{{lookup this "title"}}'),
      ),
    )
    expect(site.refused.details['message']).to.match(/lookup|does not render/)
  })

  it('refuses a choice without words for it', async () => {
    await using site = await spoiltSite(({ edit }) =>
      edit('template.json', (text) =>
        text.replace('"clinic": "Trạm y tế",', ''),
      ),
    )
    expect(site.refused.details['pointer']).to.match(/x-labels\/vi\/clinic$/)
  })

  it('refuses a field name that its schema does not have', async () => {
    await using site = await spoiltSite(({ edit }) =>
      edit('slide.hbs', (text) => text.replace('{{title}}', '{{titel}}')),
    )
    expect(site.refused.details['file']).to.match(/own\/samples\/\w+\.json$/)
    expect(site.refused.details['message']).to.contain('titel')
  })

  it('refuses two templates of one name', async () => {
    await using site = await spoiltSite(({ edit }) =>
      edit('template.json', (text) => text.replace('"own"', '"health"')),
    )
    expect(site.refused.details['pointer']).to.equal('/id')
  })

  it('refuses an ornament that carries a script', async () => {
    await using site = await spoiltSite(async ({ path, edit }) => {
      await writeFile(path('a.svg'), '<svg onload="x"></svg>')
      await edit('slide.css', (text) => `${text} a{background:url(a.svg)}`)
    })
    expect(site.refused.details['file']).to.match(/own\/a\.svg$/)
  })

  it('loads every template of the house with its samples', async () => {
    const catalogue = await realCatalogue()
    expect(catalogue.templates.map((one) => one.id)).to.have.members(
      templateIds(),
    )
    for (const template of catalogue.templates) {
      expect(template.sample).to.be.an('object').that.is.not.empty
    }
  })

  it('adds the templates of a site folder', async () => {
    const site = await mkdtemp(join(tmpdir(), 'templates-'))
    try {
      const own = join(site, 'slides', 'own-health')
      await cp(join(TEMPLATES, 'slides/health'), own, { recursive: true })
      const file = join(own, 'template.json')
      const text = await readFile(file, 'utf8')
      await writeFile(file, text.replace('"health"', '"own-health"'))
      const catalogue = await loadCatalogue({
        folders: [TEMPLATES, site],
        log: silentLog,
      })
      expect(catalogue.get('own-health').name.vi).to.equal('Sức khỏe cộng đồng')
    } finally {
      await rm(site, { recursive: true })
    }
  })

  it('names each asset by the hash of its bytes', async () => {
    const { assets } = await realCatalogue()
    for (const { sha256, bytes } of assets) {
      expect(createHash('sha256').update(bytes).digest('hex')).to.equal(sha256)
    }
  })

  it('lets sheets refer to other files by hash only, all of them held', async () => {
    const { assets } = await realCatalogue()
    const held = new Set(assets.map((one) => one.sha256))
    for (const sheet of assets.filter((one) => one.name.endsWith('.css'))) {
      const css = Buffer.from(sheet.bytes).toString('utf8')
      expect(css, sheet.name).not.to.contain('@import')
      for (const [, target] of css.matchAll(/url\(([^)]*)\)/g)) {
        expect(held.has(target ?? ''), `${sheet.name}: ${target}`).to.equal(
          true,
        )
      }
    }
  })

  it('refuses an unknown id when asked for it', async () => {
    const catalogue = await realCatalogue()
    expect(() => catalogue.get('none')).to.throw('template.not_found')
  })
})
