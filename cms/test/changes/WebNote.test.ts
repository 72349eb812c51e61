import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { SiteInstanceNote } from '../../src/changes/SiteInstanceNote.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

/** A note, and what was written of it: when, in milliseconds from the beginning, and what. */
function stage(save: () => Promise<void> = async () => {}) {
  const begun = Date.now()
  const written: [number, number][] = []
  const note = new SiteInstanceNote(async ({ followed }) => {
    await save()
    written.push([Date.now() - begun, followed])
  })
  return { note, written }
}

it('is written at once, and no more while nothing is new', async () => {
  const { note, written } = stage()
  for (let second = 0; second < 20; second++) {
    void note.note({ followed: 7 })
    await vi.advanceTimersByTimeAsync(1000)
  }
  expect(written).toEqual([[0, 7]])
})

it('is written at once when the web is further', async () => {
  const { note, written } = stage()
  void note.note({ followed: 7 })
  await vi.advanceTimersByTimeAsync(10_000)
  void note.note({ followed: 8 })
  await vi.advanceTimersByTimeAsync(0)
  expect(written).toEqual([[0, 7], [10_000, 8]])
})

it('says now and then that the web is still there', async () => {
  const { note, written } = stage()
  for (let ask = 0; ask < 7; ask++) {
    void note.note({ followed: 7 })
    await vi.advanceTimersByTimeAsync(10_000)
  }
  expect(written).toEqual([[0, 7], [30_000, 7], [60_000, 7]])
})

it('is written twice a second, with what came last, while one change follows the other', async () => {
  const { note, written } = stage()
  for (let number = 1; number <= 20; number++) {
    void note.note({ followed: number })
    await vi.advanceTimersByTimeAsync(100)
  }
  await vi.advanceTimersByTimeAsync(1000)
  expect(written).toEqual([[0, 1], [500, 5], [1000, 10], [1500, 15], [2000, 20]])
})

it('keeps whoever notes waiting until it is written, with all that came meanwhile', async () => {
  const { note, written } = stage(() => new Promise(resolve => setTimeout(resolve, 50)))
  const first = note.note({ followed: 1 })
  await vi.advanceTimersByTimeAsync(20)
  const second = note.note({ followed: 2 })
  let isDone = false
  void Promise.all([first, second]).then(() => isDone = true)
  await vi.advanceTimersByTimeAsync(400)
  expect([isDone, written]).toEqual([false, [[50, 1]]])
  await vi.advanceTimersByTimeAsync(200)
  expect([isDone, written]).toEqual([true, [[50, 1], [600, 2]]])
})

it('is written the next time when it could not be', async () => {
  let isFailing = true
  const { note, written } = stage(async () => {
    if (isFailing)
      throw new Error('No database.')
  })
  const failed = expect(note.note({ followed: 7 })).rejects.toThrow('No database.')
  await vi.advanceTimersByTimeAsync(0)
  await failed
  expect(written).toEqual([])
  isFailing = false
  void note.note({ followed: 7 })
  await vi.advanceTimersByTimeAsync(0)
  expect(written).toEqual([[0, 7]])
})
