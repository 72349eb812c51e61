import { setImmediate } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { SliceQueue } from '../../../server/scheduling/SliceQueue'

it('does all work in its order, and what takes longer than a slice in turns of the event loop of its own', async () => {
  const queue = new SliceQueue()
  const turns: number[] = []
  let turn = 0
  const done = Promise.all(Array.from({ length: 10 }, (_, number) => queue.run(() => {
    busy(6)
    turns.push(turn)
    return number
  })))
  const others = (async () => {
    for (; turns.length < 10; turn++)
      await setImmediate()
  })()
  expect(await done).toEqual(Array.from({ length: 10 }, (_, number) => number))
  await others
  // The second may come before the others have had their first turn.
  expect(new Set(turns).size).toBeGreaterThanOrEqual(9)
})

it('counts work that others ask for in the same turn', async () => {
  const queue = new SliceQueue()
  let isNextTurn = false
  void setImmediate().then(() => isNextTurn = true)
  await queue.run(() => busy(6))
  expect(isNextTurn).toBe(false)
  expect(await queue.run(() => isNextTurn)).toBe(true)
})

it('goes on after an error, which is that of its work alone', async () => {
  const queue = new SliceQueue()
  const failed = queue.run(() => {
    throw new Error('no room')
  })
  const next = queue.run(() => 'next')
  await expect(failed).rejects.toThrow('no room')
  expect(await next).toBe('next')
})

function busy(ms: number): void {
  for (const end = performance.now() + ms; performance.now() < end;);
}
