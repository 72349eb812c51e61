import type { Change } from '@masthead/shared/changes'
import { expect, it } from 'vitest'
import { Dependencies } from '../../../server/changes/Dependencies'
import { FeedHistory } from '../../../server/changes/FeedHistory'

const change = (number: number, kind: Change['kind'], ...tags: string[]): Change => ({ number, kind, tags })

function dependencies(name: string): Dependencies {
  const dependencies = new Dependencies()
  dependencies.record({ path: `globals/${name}`, query: {} }, {})
  return dependencies
}

function following(): FeedHistory {
  const history = new FeedHistory()
  history.follow({ last: 0, changes: [] })
  return history
}

it('knows what started before one of its dependencies changed', () => {
  const history = following()
  const before = history.snapshot()
  history.follow({ last: 1, changes: [change(1, 'changed', 'x')] })
  expect(history.invalidatedBy(dependencies('x'), before)).toBe('changed')
  expect(history.invalidatedBy(dependencies('y'), before)).toBeUndefined()
  expect(history.invalidatedBy(dependencies('x'), history.snapshot())).toBeUndefined()
  history.follow({ last: 2, changes: [change(2, 'gone', 'x')] })
  expect(history.invalidatedBy(dependencies('x'), before)).toBe('gone')
})

it('assumes the worst where more has changed than it remembers, or all may have', () => {
  const history = following()
  const before = history.snapshot()
  history.follow({ last: 2000, changes: Array.from({ length: 2000 }, (_, index) => change(index + 1, 'changed', 'z')) })
  expect(history.invalidatedBy(dependencies('y'), before)).toBe('gone')
  const later = history.snapshot()
  history.follow({ last: 2000, changes: [], reset: true })
  expect(history.invalidatedBy(dependencies('y'), later)).toBe('gone')
})

it('takes what started before the feed was followed for out of date', () => {
  const history = new FeedHistory()
  const before = history.snapshot()
  history.follow({ last: 5, changes: [] })
  expect(history.invalidatedBy(dependencies('x'), before)).toBe('gone')
})

it('goes on from the position of an earlier run', () => {
  const history = new FeedHistory({ number: 4, entry: 'd' })
  const before = history.snapshot()
  expect(history.position).toEqual({ number: 4, entry: 'd' })
  history.follow({ last: 6, entry: 'f', changes: [change(5, 'changed', 'x'), change(6, 'changed', 'y')] })
  expect(history.position).toEqual({ number: 6, entry: 'f' })
  expect([history.invalidatedBy(dependencies('x'), before), history.invalidatedBy(dependencies('z'), before)]).toEqual([
    'changed',
    undefined,
  ])
})
