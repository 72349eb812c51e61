import { expect, it } from 'vitest'
import { changesQuery, positionAfter } from '../src/changes.ts'

it('a follower asks for what came after where it is', () => {
  expect(changesQuery({})).toBe('changes?')
  expect(changesQuery({ after: 0, entry: undefined, wait: 0 })).toBe('changes?after=0&wait=0')
  expect(changesQuery({ after: 7, entry: 'an-id', wait: 10, web: 'host:3000' })).toBe(
    'changes?after=7&entry=an-id&wait=10&web=host%3A3000',
  )
})

it('a follower is at the last change that it was told of, or at the last that there is', () => {
  const change = (number: number) => ({ number, kind: 'changed' as const, tags: [] })
  expect(positionAfter({ last: 9, entry: 'b', changes: [change(1), change(2)] })).toEqual({ number: 2, entry: 'b' })
  expect(positionAfter({ last: 9, entry: 'i', changes: [] })).toEqual({ number: 9, entry: 'i' })
  expect(positionAfter({ last: 9, entry: 'i', changes: [], reset: true })).toEqual({ number: 9, entry: 'i' })
  expect(positionAfter({ last: 0, changes: [] })).toEqual({ number: 0, entry: undefined })
})
