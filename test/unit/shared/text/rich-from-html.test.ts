import { expect } from 'chai'
import fc from 'fast-check'
import { richFromHtml } from '../../../../shared/text/rich-from-html.js'
import { richText } from '../../../../templates/engine/functions/rich-text.js'

describe('text out of HTML', () => {
  it('leaves no markup and no script, whatever comes', () => {
    const piece = fc.constantFrom(
      '<p>',
      '</p>',
      '<b',
      '<script>alert(1)</script>',
      '<img src=x onerror=alert(1)>',
      '<!--',
      '&#0;',
      '&#xd800;',
      '<li>',
      '</table>',
      '<td>',
      'Ia Sơn',
      '<style>p{}</style>',
    )
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const { text } = richFromHtml(pieces.join(''))
        expect(text).to.not.match(/<script|<img/u)
        expect(richText(text)).to.not.match(/<(?!\/?(?:p|ul|ol|li|b|i)>)/u)
      }),
    )
  })

  it('keeps bold, lists and paragraphs of what Word copies', () => {
    const html =
      '<html><head><style>p{x}</style></head><body><p class="MsoNormal"><b>Ban vận động</b> cảm ơn<o:p></o:p></p>' +
      '<p style="mso-list:l0 level1 lfo1"><span>·&nbsp; </span>Gạo: 50 kg</p>' +
      '<p style="mso-list:l0 level1 lfo1">·&nbsp;Mì tôm</p>' +
      '<ol><li>Một</li><li><span style="font-weight:700">Hai</span></li></ol></body></html>'
    expect(richFromHtml(html).text).to.equal(
      '**Ban vận động** cảm ơn\n\n- Gạo: 50 kg\n- Mì tôm\n1. Một\n2. **Hai**',
    )
  })

  it('takes tables apart from the text', () => {
    const html =
      '<p>Trước</p><table><tr><th>Tên</th><th>Giá</th></tr><tr><td><p>Cà&nbsp;phê</p></td><td>97.000</td></tr></table><p>Sau</p>'
    expect(richFromHtml(html)).to.deep.equal({
      text: 'Trước\n\nSau',
      tables: [
        [
          ['Tên', 'Giá'],
          ['Cà phê', '97.000'],
        ],
      ],
    })
  })
})
