import { describe, expect, it } from 'vitest'
import { compareVersions } from '../../../src/admin/versions/compareVersions.ts'
import { schema } from '../journal/fields.ts'

function compare(before: object, after: object) {
  return compareVersions({ ...before }, { ...after }, schema())
}

const text = (id: string, heading: string) => ({ id, blockType: 'prose', heading })
const rich = (text: string, format = 0) => ({ root: { type: 'root', children: [{ type: 'paragraph', children: [{ type: 'text', text, format }] }] } })

describe('two versions', () => {
  it('differ in no way that readers would see if only technical fields differ', () => {
    const before = { title: 'One', hash: 'a', owner: 'ada', updatedAt: '2026-01-01', _status: 'draft', references: ['a'] }
    const after = { title: 'One', hash: 'b', owner: 'ines', updatedAt: '2026-02-01', _status: 'published', references: [] }
    expect(compare(before, after)).toEqual([])
  })

  it('differ in a field by its label', () => {
    expect(compare({ title: 'One' }, { title: 'Two' })).toEqual([{
      key: 'title',
      title: 'Title',
      state: 'changed',
      changes: [{ kind: 'text', key: 'title', label: '', before: 'One', after: 'Two' }],
    }])
  })

  it('differ in a field of a group by the labels of both', () => {
    expect(compare({ seo: {} }, { seo: { title: 'Two' } })).toMatchObject([{
      title: 'Search',
      changes: [{ label: 'Title', before: '', after: 'Two' }],
    }])
  })

  it('differ in formatting alone: the words are the same', () => {
    const section = (format: number) => ({ sections: [{ ...text('a', ''), body: rich('Words', format) }] })
    expect(compare(section(0), section(1))).toMatchObject([{ changes: [{ before: 'Words', after: 'Words' }] }])
  })

  it('refer to documents, which are shown by their titles', () => {
    expect(compare({ category: 'a' }, { category: 'b' })).toMatchObject([{
      changes: [{
        kind: 'references',
        before: [{ collection: 'categories', id: 'a' }],
        after: [{ collection: 'categories', id: 'b' }],
      }],
    }])
  })

  it('have sections by name and number: moved, added, removed and changed', () => {
    const groups = compare(
      { sections: [text('a', 'First'), text('b', 'Second'), text('c', 'Third'), text('d', 'Fourth')] },
      { sections: [text('c', 'Third'), text('a', 'First'), text('b', 'Second, changed'), text('e', 'New')] },
    )
    expect(groups.map(({ title, state, movedFrom }) => [title, state, movedFrom])).toEqual([
      ['01 Text: Third', 'changed', 3],
      ['04 Text: Fourth', 'removed', undefined],
      ['03 Text: Second, changed', 'changed', undefined],
      ['04 Text: New', 'added', undefined],
    ])
    expect(groups.find(({ state }) => state === 'added')!.changes).toMatchObject([{ before: '', after: 'New' }])
    expect(groups.find(({ state }) => state === 'removed')!.changes).toMatchObject([{ before: 'Fourth', after: '' }])
  })

  it('have rows in sections, each by its number and words', () => {
    const faq = (...questions: [string, string][]) => ({
      sections: [{ id: 'x', blockType: 'faq', questions: questions.map(([id, question]) => ({ id, question })) }],
    })
    const [group] = compare(faq(['a', 'Why?'], ['b', 'How?']), faq(['b', 'How?'], ['a', 'Why now?']))
    expect(group!.changes.map(({ kind, label }) => [kind, label])).toEqual([
      ['moved', 'Questions › 02 Question: Why now?'],
      ['text', 'Questions › 02 Question: Why now? › Question'],
    ])
  })

  it('have the same rows though a save gave all of them new ids', () => {
    const faq = (id: string) => ({
      sections: [{ id: 'x', blockType: 'faq', questions: [{ id, question: 'Why?' }] }],
    })
    expect(compare(faq('a'), faq('b'))).toEqual([])
  })
})
