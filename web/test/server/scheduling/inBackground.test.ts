import { expect, it } from 'vitest'
import { inBackground } from '../../../server/scheduling/inBackground'

it('works through all items, in their order, and lets others have their turn', async () => {
  let turns = 0
  const others = setInterval(() => turns++)
  const seen: number[] = []
  await inBackground(Array.from({ length: 30 }, (_, number) => number), (number) => {
    busy(2)
    seen.push(number)
  })
  clearInterval(others)
  expect(seen).toEqual(Array.from({ length: 30 }, (_, number) => number))
  expect(turns).toBeGreaterThan(5)
})

it('asks after each slice whether there are others, and rests while there are', async () => {
  let turns = 0
  const others = setInterval(() => turns++)
  const answers = [true, false, true]
  await inBackground(Array.from({ length: 3 }), () => busy(6), { hasOthers: () => answers.shift()! })
  clearInterval(others)
  expect(answers).toEqual([])
  expect(turns).toBeGreaterThan(3)
})

it('ends with the error of an item', async () => {
  await expect(inBackground([1, 2], () => {
    throw new Error('no room')
  })).rejects.toThrow('no room')
})

function busy(ms: number): void {
  for (const end = performance.now() + ms; performance.now() < end;);
}
