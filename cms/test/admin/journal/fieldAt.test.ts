import { describe, expect, it } from 'vitest'
import { fieldAt, isRecordable } from '../../../src/admin/journal/fieldAt.ts'
import { schema } from './fields.ts'

const rows = new Map([['a', { blockType: 'prose', number: 3 }], ['b', { blockType: 'faq', number: 4 }], ['c', {
  number: 1,
}]])

describe('the field at a path', () => {
  it.each([
    ['title', ['Title']],
    ['seo.title', ['Search', 'Title']],
    ['sections', ['Sections']],
    ['sections[a]', ['Sections', '03 Text']],
    ['sections[a].heading', ['Sections', '03 Text', 'Heading']],
    ['sections[b].questions[c].question', ['Sections', '04 Questions', 'Questions', '01 Question', 'Question']],
  ])('%s is called as in the form', (path, labels) => {
    expect(fieldAt(path, schema(rows))?.labels).toEqual(labels)
  })

  it.each(['confirm-password', 'file', 'sections[a].id', 'sections[x].heading'])('%s is none', (path) => {
    expect(fieldAt(path, schema(rows))).toBeUndefined()
  })

  it.each([['title', true], ['category', true], ['password', false], ['hash', false], ['owner', false]])(
    '%s may be kept: %s',
    (path, isKept) => {
      expect(isRecordable(fieldAt(path, schema(rows))!)).toBe(isKept)
    },
  )
})
