import { expect, it } from 'vitest'
import { compareWords, countNewWords } from '../../../src/admin/journal/compareWords.ts'

it('shows words that changed together as one change', () => {
  expect(compareWords('what it does not.', 'what it never will.')).toEqual([
    { words: 'what it ', in: 'both' },
    { words: 'does not', in: 'old' },
    { words: 'never will', in: 'new' },
    { words: '.', in: 'both' },
  ])
  expect(countNewWords('what it does not.', 'what it never will.')).toBe(2)
})

it('does not join changes in different paragraphs, or of which one is only a deletion', () => {
  expect(compareWords('one\ntwo', 'uno\ndue').filter(part => part.in === 'new')).toHaveLength(2)
  expect(compareWords('a b c d', 'a c')).toMatchObject([
    { in: 'both' },
    { words: expect.stringContaining('b'), in: 'old' },
    { in: 'both' },
    { words: expect.stringContaining('d'), in: 'old' },
  ])
})
