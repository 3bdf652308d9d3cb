import { expect } from 'chai'
import { listed, marked } from '../../../cms/console/fields/rich-marks.rules.js'

describe('the marks of rich text', () => {
  it('puts bold on, and takes it off again', () => {
    const on = marked('xin chào bà con', { start: 3, end: 9 }, '**')
    expect(on.text).to.equal('xin **chào** bà con')
    const off = marked(on.text, on, '**')
    expect(off).to.deep.equal({ text: 'xin chào bà con', start: 4, end: 8 })
  })

  it('does not take bold for italics', () => {
    const on = marked('**chào**', { start: 2, end: 6 }, '*')
    expect(on.text).to.equal('***chào***')
  })

  it('numbers the selected lines, and makes bullets of numbers', () => {
    const text = 'đầu\nmột\nhai\ncuối'
    const numbered = listed(text, { start: 5, end: 10 }, 'number')
    expect(numbered.text).to.equal('đầu\n1. một\n2. hai\ncuối')
    const bullets = listed(numbered.text, numbered, 'bullet')
    expect(bullets.text).to.equal('đầu\n- một\n- hai\ncuối')
    expect(listed(bullets.text, bullets, 'bullet').text).to.equal(text)
  })
})
