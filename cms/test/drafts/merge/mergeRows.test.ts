import { describe, expect, it } from 'vitest'
import { mergeRows } from '../../../src/drafts/merge/mergeRows.ts'

describe('rows put back', () => {
  it.each([
    { what: 'an added row behind the one it stood behind', base: 'ab', mine: 'axb', now: 'ab', rows: 'axb' },
    { what: 'an added first row', base: 'ab', mine: 'xab', now: 'ab', rows: 'xab' },
    { what: 'two added rows in their order', base: 'a', mine: 'axy', now: 'ab', rows: 'axyb' },
    { what: 'an added row that the server has already', base: 'a', mine: 'ax', now: 'ax', rows: 'ax' },
    { what: 'a row that somebody else added meanwhile stays', base: 'ab', mine: 'abx', now: 'acb', rows: 'acbx' },
    { what: 'a removed row', base: 'abc', mine: 'ac', now: 'abc', rows: 'ac' },
    { what: 'a removed row that stays by choice', base: 'abc', mine: 'ac', now: 'abc', keep: 'b', rows: 'abc' },
    { what: 'another order', base: 'abc', mine: 'cab', now: 'abc', rows: 'cab' },
    { what: 'another order around a new row', base: 'abc', mine: 'cba', now: 'abxc', rows: 'cbxa' },
    { what: 'another order after somebody else moved rows', base: 'abc', mine: 'cab', now: 'bac', rows: 'bac' },
    { what: 'a row that somebody else removed stays away', base: 'abc', mine: 'abcx', now: 'ac', rows: 'acx' },
  ])('$what', ({ base, mine, now, keep, rows }) => {
    const merged = mergeRows({ base: refs(base), mine: refs(mine), now: refs(now), keep: new Set(keep) })
    expect(merged.rows.map(({ id }) => id).join('')).toBe(rows)
  })

  it('tell an added row from moved ones', () => {
    expect(mergeRows({ base: refs('ab'), mine: refs('xab'), now: refs('ab') })).toMatchObject({
      added: refs('x'),
      removed: [],
      isReordered: false,
    })
    expect(mergeRows({ base: refs('ab'), mine: refs('ba'), now: refs('ab') })).toMatchObject({
      added: [],
      removed: [],
      isReordered: true,
    })
  })
})

function refs(ids: string) {
  return [...ids].map(id => ({ id }))
}
