import type { Change } from '../../../src/admin/journal/Change.ts'
import type { RowRef } from '../../../src/drafts/merge/RowRef.ts'
import { describe, expect, it } from 'vitest'
import { differencesOf, hasAll } from '../../../src/admin/journal/differencesOf.ts'
import { putBack } from '../../../src/admin/journal/putBack.ts'
import { rowsIn } from '../../../src/admin/journal/rowsIn.ts'
import { fingerprint } from '../../../src/drafts/merge/sameValue.ts'
import { schema } from './fields.ts'

describe('words that were not saved', () => {
  it('are told and put back into their fields', () => {
    const { differences, restored } = tryOn({ title: 'One', sections: [] }, [value('title', 'One', 'One two three')])
    expect(differences).toMatchObject([{
      kind: 'value',
      label: 'Title',
      now: 'One',
      mine: 'One two three',
      newWords: 2,
      isConflict: false,
    }])
    expect(restored).toEqual({ title: 'One two three', sections: [] })
  })

  it('find their row where it has moved to, and leave all else alone', () => {
    const { differences, restored } = tryOn({ title: 'Another', sections: [prose('b', 'Two'), prose('a', 'One')] }, [
      value('sections[a].heading', 'One', 'One more'),
    ])
    expect(differences).toMatchObject([{ label: 'Sections › 02 Text › Heading', newWords: 1 }])
    expect(restored).toEqual({ title: 'Another', sections: [prose('b', 'Two'), prose('a', 'One more')] })
  })

  it('bring an added row back, with all that is in it', () => {
    const { differences, restored } = tryOn({ sections: [prose('a', 'One')] }, [
      rows('sections', [{ id: 'a', blockType: 'prose' }], [{ id: 'a', blockType: 'prose' }, {
        id: 'f',
        blockType: 'faq',
      }]),
      rows('sections[f].questions', undefined, [{ id: 'q' }]),
      value('sections[f].questions[q].question', undefined, 'Why is that?'),
    ])
    expect(differences).toMatchObject([{
      kind: 'addedRow',
      label: 'Sections › 02 Questions',
      mine: 'Why is that?',
      newWords: 3,
    }])
    expect(restored).toEqual({
      sections: [prose('a', 'One'), { id: 'f', blockType: 'faq', questions: [{ id: 'q', question: 'Why is that?' }] }],
    })
  })

  it('take a row away that was removed', () => {
    const { differences, restored } = tryOn({ sections: [prose('a', 'One'), prose('b', 'Two')] }, removalOfB)
    expect(differences).toMatchObject([{
      kind: 'removedRow',
      label: 'Sections › 02 Text',
      now: 'Two',
      isConflict: false,
    }])
    expect(restored).toEqual({ sections: [prose('a', 'One')] })
  })

  it('leave the choice for a row that was removed here, and changed elsewhere', () => {
    const data = { sections: [prose('a', 'One'), prose('b', 'Two, better')] }
    expect(tryOn(data, removalOfB).differences).toMatchObject([{ kind: 'removedRow', isConflict: true }])
    expect(tryOn(data, removalOfB, ['sections[b]']).restored).toEqual(data)
    expect(tryOn(data, removalOfB).restored).toEqual({ sections: [prose('a', 'One')] })
  })

  it('leave the choice where somebody else changed the same field', () => {
    const changes = [value('title', 'One', 'One of mine')]
    const data = { title: 'One of theirs' }
    expect(tryOn(data, changes).differences).toMatchObject([{
      isConflict: true,
      now: 'One of theirs',
      mine: 'One of mine',
    }])
    expect(tryOn(data, changes, ['title']).restored).toEqual(data)
    expect(tryOn(data, changes).restored).toEqual({ title: 'One of mine' })
  })

  it('are no conflict with what the same form had sent', () => {
    const changes = [{ ...value('title', 'One', 'One two three'), passed: [fingerprint('One two')] }]
    expect(tryOn({ title: 'One two' }, changes).differences).toMatchObject([{ isConflict: false, newWords: 1 }])
  })

  it('are left to be copied where their row is gone', () => {
    const change = { ...value('sections[x].heading', 'One', 'One more'), around: [{ id: 'x', blockType: 'prose' }] }
    const { differences, restored, lost } = tryOn({ sections: [prose('a', 'A')] }, [change])
    expect(differences).toMatchObject([{ kind: 'lost', label: 'Sections › Text › Heading', mine: 'One more' }])
    expect(restored).toEqual({ sections: [prose('a', 'A')] })
    expect(lost).toEqual([change])
  })

  it('make no difference where the server has them', () => {
    const data = { title: 'One', category: 5, sections: [prose('a', 'A')] }
    const changes = [
      value('title', '', 'One'),
      value('category', null, 5),
      rows('sections', [], [{ id: 'a', blockType: 'prose' }]),
    ]
    expect(tryOn(data, changes).differences).toEqual([])
    expect(hasAll(changes, data)).toBe(true)
  })

  it('are not taken for saved where a field is unknown', () => {
    const changes = [value('field of an earlier layout', '', 'One')]
    expect(tryOn({}, changes).differences).toEqual([])
    expect(hasAll(changes, {})).toBe(false)
  })

  it('name the documents that were chosen, which are no words', () => {
    expect(tryOn({ category: null }, [value('category', null, 5)]).differences).toMatchObject([
      { label: 'Category', newWords: 0, references: { now: [], mine: [{ collection: 'categories', id: '5' }] } },
    ])
  })

  it('stand in the order of the form', () => {
    const changes = ['sections[b].body', 'seo.title', 'sections[a].body', 'sections[b].heading', 'title'].map(path =>
      value(path, '', 'Words'),
    )
    const { differences } = tryOn({ sections: [prose('b', ''), prose('a', '')] }, changes)
    expect(differences.map(({ key }) => key)).toEqual([
      'title',
      'sections[b].heading',
      'sections[b].body',
      'sections[a].body',
      'seo.title',
    ])
  })
})

const removalOfB = [
  rows('sections', [{ id: 'a' }, { id: 'b' }], [{ id: 'a' }]),
  value('sections[b].heading', 'Two', undefined),
]

function tryOn(data: Record<string, unknown>, changes: Change[], keepNow: string[] = []) {
  const differences = differencesOf(changes, data, schema(rowsIn(data, changes)))
  const { data: restored, lost } = putBack({ changes, differences, data, keepNow: new Set(keepNow) })
  return { differences, restored, lost }
}

function value(path: string, base: unknown, mine: unknown): Change {
  return { record: 'r', path, around: [], base, mine, isRows: false, passed: [] }
}

function rows(path: string, base: RowRef[] | undefined, mine: RowRef[]): Change {
  return { record: 'r', path, around: [], base, mine, isRows: true, passed: [] }
}

function prose(id: string, heading: string) {
  return { id, blockType: 'prose', heading }
}
