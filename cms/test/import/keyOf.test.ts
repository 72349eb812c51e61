import { slugify } from '@masthead/shared/slugify'
import { describe, expect, it } from 'vitest'
import { keyOf } from '../../src/import/keyOf.ts'

describe('the key of a card that nobody has named', () => {
  it('is always the same, and its own', () => {
    const keys = [
      keyOf('Title', 'a', 1),
      keyOf('Title', 'a', 2),
      keyOf('Title', 'b', 1),
      keyOf('Titles', 'a', 1),
      keyOf('c', 'a-b', 1),
      keyOf('b-c', 'a', 1),
    ]
    expect(new Set(keys).size).toBe(keys.length)
    expect(keyOf('Title', 'a', 1)).toBe(keys[0])
  })

  it.each(['Title', 'T'.repeat(160), '…', 'a '.repeat(80), 'Éé & Ωmega 12345678'])(
    'is one that the CMS takes: %s',
    (title) => {
      const key = keyOf(title, 'an-article', 1)
      expect(slugify(key)).toBe(key)
      expect(key.length).toBeLessThanOrEqual(80)
    },
  )
})
