import { describe, expect, it } from 'vitest'
import { changesBetween } from '../../../src/drafts/merge/changesBetween.ts'
import { mergeChanges } from '../../../src/drafts/merge/mergeChanges.ts'

const paragraph = (text: string) => ({ root: { children: [{ type: 'paragraph', children: [{ text }] }] } })
const base = {
  title: 'Queues',
  seo: { title: 'Queues', text: '' },
  sections: [
    { id: 'a', blockType: 'prose', heading: 'A', body: paragraph('One') },
    { id: 'b', blockType: 'prose', heading: 'B', body: paragraph('Two') },
  ],
  rows: [{ id: 'r', cells: { one: { mark: 'yes' }, two: { mark: 'text', text: 'Low' } } }],
  authors: ['x'],
  updatedAt: '2026-01-01T00:00:00.000Z',
}
type Document = typeof base

describe('changes between two states of a document', () => {
  it('are named by field, row and cell', () => {
    const mine = edited((document) => {
      document.seo.text = 'All about queues'
      document.sections[1]!.body = paragraph('Three')
      document.rows[0]!.cells.two.text = 'High'
      document.sections.reverse()
      document.updatedAt = '2026-01-02T00:00:00.000Z'
    })
    const { values, rows } = changesBetween(base, mine)
    expect(Object.keys(values)).toEqual(['seo.text', 'sections[b].body', 'rows[r].cells.two'])
    expect(rows).toEqual({
      sections: { base: [{ id: 'a', blockType: 'prose' }, { id: 'b', blockType: 'prose' }], removed: {} },
    })
  })

  it('are none where only the form of empty values differs', () => {
    const mine = { ...base, seo: { title: 'Queues', text: null }, related: [], excerpt: undefined, hero: null }
    expect(changesBetween(base, mine)).toEqual({ values: {}, rows: {} })
  })

  it('do not name the fields of added and removed rows', () => {
    const mine = { ...base, sections: [{ id: 'c', heading: 'C' }, base.sections[1]!] }
    const { values, rows } = changesBetween(base, mine)
    expect(values).toEqual({})
    expect(Object.keys(rows.sections!.removed)).toEqual(['a'])
  })
})

describe('a merge', () => {
  it('has the changes of both users', () => {
    const merged = merge(
      edited((document) => {
        document.title = 'Theirs'
        document.sections.reverse()
        document.rows[0]!.cells.one.mark = 'no'
      }),
      edited((document) => {
        document.sections[0]!.body = paragraph('Mine')
        document.rows[0]!.cells.two.text = 'Mine'
        document.authors.push('y')
      }),
    )
    expect(merged.conflicts).toEqual([])
    expect(merged.data).toMatchObject({
      title: 'Theirs',
      sections: [{ id: 'b' }, { id: 'a', body: paragraph('Mine') }],
      rows: [{ cells: { one: { mark: 'no' }, two: { text: 'Mine' } } }],
      authors: ['x', 'y'],
    })
  })

  it('keeps the stored value where both changed one field', () => {
    const { data, conflicts } = merge({ ...base, title: 'Theirs' }, { ...base, title: 'Mine' })
    expect(data.title).toBe('Theirs')
    expect(conflicts).toEqual([{ kind: 'value', path: 'title', mine: 'Mine' }])
  })

  it('has no conflict where both made the same change', () => {
    expect(merge({ ...base, title: 'Same' }, { ...base, title: 'Same' }).conflicts).toEqual([])
  })

  it('keeps a row that the user removed and another changed', () => {
    const { data, conflicts } = merge(
      edited(document => document.sections[0]!.heading = 'Theirs'),
      { ...base, sections: [base.sections[1]!] },
    )
    expect(data.sections).toHaveLength(2)
    expect(conflicts).toEqual([{ kind: 'kept', path: 'sections[a]' }])
  })

  it('removes a row that no other user changed', () => {
    const { data, conflicts } = merge({ ...base, title: 'Theirs' }, { ...base, sections: [base.sections[1]!] })
    expect(data.sections).toEqual([base.sections[1]])
    expect(conflicts).toEqual([])
  })

  it('puts a row back, whole, that the user changed and another removed', () => {
    const { data, conflicts } = merge(
      { ...base, sections: [base.sections[1]!] },
      edited(document => document.sections[0]!.heading = 'Mine'),
    )
    expect(data.sections).toEqual([{ ...base.sections[0], heading: 'Mine' }, base.sections[1]])
    expect(conflicts).toEqual([{ kind: 'revived', path: 'sections[a]' }])
  })

  it('sets aside what differs in a row that both put back', () => {
    const without = { ...base, sections: [base.sections[1]!] }
    const { data, conflicts } = mergeChanges({
      current: edited(document => document.sections[0]!.heading = 'Theirs'),
      mine: edited(document => document.sections[0]!.heading = 'Mine'),
      changes: { revision: '', ...changesBetween(without, edited(document => document.sections[0]!.heading = 'Mine')) },
    })
    expect(data).toMatchObject({ sections: [{ heading: 'Theirs' }, { id: 'b' }] })
    expect(conflicts).toEqual([{ kind: 'value', path: 'sections[a].heading', mine: 'Mine' }])
  })
})

function merge(current: object, mine: object) {
  return mergeChanges({
    current: current as Record<string, unknown>,
    mine: mine as Record<string, unknown>,
    changes: { revision: '', ...changesBetween(base, mine) },
  })
}

function edited(edit: (document: Document) => void): Document {
  const document = structuredClone(base)
  edit(document)
  return document
}
