import type { FormState } from 'payload'
import { describe, expect, it } from 'vitest'
import { cellsOfColumn } from '../../../src/admin/forms/cellsOfColumn.ts'
import { findRemovedRow, restorationOf } from '../../../src/admin/forms/removedRow.ts'

const FAQ = {
  'sections.1.questions': { rows: [{ id: 'q1' }, { id: 'q2' }], value: 2 },
  'sections.1.questions.0.question': { value: 'Why?' },
  'sections.1.questions.1.question': { value: 'How?' },
}

const BEFORE: FormState = {
  'title': { value: 'An article' },
  'sections': {
    rows: [{ id: 'a', blockType: 'prose' }, { id: 'b', blockType: 'faq' }, { id: 'c', blockType: 'prose' }],
    value: 3,
  },
  'sections.0.id': { value: 'a' },
  'sections.0.body': { value: { root: {} } },
  'sections.1.id': { value: 'b' },
  ...FAQ,
  'sections.2.id': { value: 'c' },
}

describe('a removed row', () => {
  it('is found with all that was in it', () => {
    const after: FormState = {
      'sections': { rows: [{ id: 'a', blockType: 'prose' }, { id: 'c', blockType: 'prose' }], value: 2 },
      'sections.0.id': { value: 'a' },
      'sections.1.id': { value: 'c' },
    }
    const removed = findRemovedRow(BEFORE, after)
    expect(removed).toMatchObject({
      list: 'sections',
      path: 'sections',
      index: 1,
      previous: 'a',
      row: { id: 'b', blockType: 'faq' },
    })
    expect(Object.keys(removed!.fields)).toEqual(['id', 'questions', 'questions.0.question', 'questions.1.question'])
  })

  it('is found in a section that moved meanwhile, and goes back there', () => {
    const after: FormState = {
      ...BEFORE,
      'sections.1.questions': { rows: [{ id: 'q2' }], value: 1 },
    }
    const removed = findRemovedRow(BEFORE, after)!
    expect(removed).toMatchObject({ list: 'sections[b].questions', index: 0, previous: undefined })
    const moved: FormState = {
      'sections': { rows: [{ id: 'b', blockType: 'faq' }, { id: 'a', blockType: 'prose' }], value: 2 },
      'sections.0.questions': { rows: [{ id: 'q2' }], value: 1 },
    }
    const restoration = restorationOf(removed, moved)!
    expect(restoration).toMatchObject({
      path: 'sections.0.questions',
      index: 0,
      field: { value: 2, rows: [{ id: 'q1', isLoading: false }, { id: 'q2' }] },
    })
  })

  it('is not made out of rows that only moved', () => {
    const moved: FormState = {
      ...BEFORE,
      'sections': {
        rows: [{ id: 'b', blockType: 'faq' }, { id: 'a', blockType: 'prose' }, { id: 'c', blockType: 'prose' }],
        value: 3,
      },
      'sections.0.questions': FAQ['sections.1.questions'],
      'sections.1.questions': { rows: [], value: 0 },
    }
    expect(findRemovedRow(BEFORE, moved)).toBeUndefined()
  })

  it('goes after the row that it came after, or where it was if that is gone too', () => {
    const removed = findRemovedRow(BEFORE, { sections: { rows: [{ id: 'a' }, { id: 'b' }], value: 2 } })!
    const at = (...ids: string[]) =>
      restorationOf(removed, { sections: { rows: ids.map(id => ({ id })), value: ids.length } })?.index
    expect(at('x', 'b', 'a')).toBe(2)
    expect(at('x')).toBe(1)
    expect(restorationOf({ ...removed, list: 'sections[gone].questions' }, BEFORE)).toBeUndefined()
  })
})

describe('a column that comes back', () => {
  it('brings its cells, and leaves those written since', () => {
    const row = (...ids: string[]): FormState[string] => ({ rows: ids.map(id => ({ id })), value: ids.length })
    const before: FormState = {
      'rows': row('r1', 'r2', 'r3'),
      'rows.0.cells': { value: { log: { mark: 'yes' }, tree: { mark: 'no' } } },
      'rows.1.cells': { value: { tree: { mark: 'text', text: 'Slow' } } },
      'rows.2.cells': { value: { tree: { mark: 'no' } } },
    }
    const now: FormState = {
      'rows': row('r2', 'r1'),
      'rows.0.cells': { value: { tree: { mark: 'yes' } } },
      'rows.1.cells': { value: { log: { mark: 'no' } } },
    }
    expect(cellsOfColumn('tree', before, now)).toEqual({
      'rows.1.cells': { value: { log: { mark: 'no' }, tree: { mark: 'no' } } },
    })
  })
})
