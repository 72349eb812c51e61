import { expect, it } from 'vitest'
import { backoffMs } from '../src/backoffMs.ts'

it('doubles with each failure, up to a maximum, and takes off at most half', () => {
  for (const [failures, fullMs] of [[1, 200], [2, 400], [3, 800], [4, 1000], [2000, 1000]] as const) {
    const delayMs = backoffMs(failures, { baseMs: 100, maxMs: 1000 })
    expect(delayMs).toBeGreaterThanOrEqual(fullMs / 2)
    expect(delayMs).toBeLessThanOrEqual(fullMs)
  }
})

it('differs between two processes', () => {
  const delays = Array.from({ length: 10 }, () => backoffMs(3, { baseMs: 100, maxMs: 1000 }))
  expect(new Set(delays).size).toBeGreaterThan(1)
})
