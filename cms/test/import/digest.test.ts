import { describe, expect, it } from 'vitest'
import { digest } from '../../src/import/digest.ts'

describe('what a document says', () => {
  const same = (a: object, b: object) => digest(a, ['v']) === digest(b, ['v'])

  it('is the same whatever its rows are called, and however nothing is said', () => {
    expect(same({ v: [{ id: '1', text: 'a', lead: null }] }, { v: [{ id: '2', lead: '', text: 'a' }] })).toBe(true)
    expect(same({ v: { a: null, b: [] } }, {})).toBe(true)
    expect(same({ v: { b: 1, a: 2 } }, { v: { a: 2, b: 1 } })).toBe(true)
  })

  it('is another with another word, order or field', () => {
    expect(same({ v: 'a' }, { v: 'b' })).toBe(false)
    expect(same({ v: ['a', 'b'] }, { v: ['b', 'a'] })).toBe(false)
    expect(same({ v: { a: 'x' } }, { v: { b: 'x' } })).toBe(false)
    expect(digest({ a: 'x' }, ['a'])).not.toBe(digest({ b: 'x' }, ['b']))
  })

  it('sees a cell in a column that is called “id” or “direction”', () => {
    expect(same({ v: { id: { mark: 'yes' } } }, { v: { id: { mark: 'no' } } })).toBe(false)
    expect(same({ v: { direction: { mark: 'yes' } } }, { v: { direction: { mark: 'no' } } })).toBe(false)
  })
})
