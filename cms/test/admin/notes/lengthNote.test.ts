import { expect, it } from 'vitest'
import { lengthNote } from '../../../src/admin/notes/lengthNote.ts'

it.each([
  [100, 200, undefined],
  [179, 200, undefined],
  [180, 200, '20 left'],
  [200, 200, '0 left'],
  [201, 200, 'Over by 1: shorten it to 200 or less.'],
  [250, 200, 'Over by 50: shorten it to 200 or less.'],
  [29, 40, undefined],
  [30, 40, '10 left'],
  [4, 10, undefined],
  [5, 10, '5 left'],
])('says of %i of %i characters: %s', (length, maxLength, words) => {
  expect(lengthNote('x'.repeat(length), maxLength)?.words).toBe(words)
})
