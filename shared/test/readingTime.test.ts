import type { Section } from '../src/types.ts'
import { expect, it } from 'vitest'
import { readingTime } from '../src/readingTime.ts'
import { textOf } from '../src/textOf.ts'

const words = (count: number) => Array.from({ length: count }).fill('word').join(' ')
const quote = (text: string): Section => ({ blockType: 'quote', text })

it('is at least a minute', () => {
  expect(readingTime([])).toBe(1)
  expect(readingTime([quote(words(10))])).toBe(1)
})

it('grows with the words', () => {
  expect(readingTime([quote(words(690)), quote(words(460))])).toBe(5)
})

it('counts tables and cards, but nothing that readers do not see', () => {
  const table = {
    id: 't',
    title: 'Title',
    criterionLabel: 'Criterion',
    slug: 't',
    updatedAt: '',
    createdAt: '',
    columns: [{ key: 'a', label: 'A', note: 'note' }],
    rows: [{
      criterion: 'Row',
      cells: { a: { mark: 'text' as const, text: 'cell' }, gone: { mark: 'text' as const, text: 'gone' } },
    }],
  }
  const card = {
    id: 'c',
    title: 'Card',
    body: 'Body',
    slug: 'c',
    updatedAt: '',
    createdAt: '',
    points: [{ lead: 'Lead', text: 'point' }],
    stats: [{ value: '1', label: 'one' }],
  }
  expect(textOf({ blockType: 'comparison', kicker: 'KICKER', table })).toEqual([
    'KICKER',
    'Title',
    'Criterion',
    'A',
    'note',
    'Row',
    'cell',
  ])
  expect(textOf({ blockType: 'takeaways', cards: [card, 'never-published'] })).toEqual([
    'Card',
    'Body',
    'Lead',
    'point',
    '1',
    'one',
  ])
})

it('reads through a rich text', () => {
  const text = (text: string) => ({ type: 'text', version: 1, text })
  const node = (type: string, ...children: { type: string, version: number }[]) => ({ type, version: 1, children })
  const body = {
    root: {
      ...node(
        'root',
        node('paragraph', text('A '), text('bold'), text(' word.')),
        node('list', node('listitem', text('one')), node('listitem', text('two'))),
      ),
      direction: null,
      format: '' as const,
      indent: 0,
    },
  }
  expect(textOf({ blockType: 'prose', body })).toEqual(['A bold word.\none two'])
})

it('passes over a kind of section that it does not know', () => {
  expect(textOf({ blockType: 'poll', heading: 'A poll' } as unknown as Section)).toEqual(['A poll'])
})
