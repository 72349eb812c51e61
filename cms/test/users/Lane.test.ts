import { expect, it } from 'vitest'
import { Lane } from '../../src/users/attempts/Lane.ts'
import { TooManyAttempts } from '../../src/users/attempts/TooManyAttempts.ts'

function stoppable() {
  const { promise, resolve, reject } = Promise.withResolvers<string>()
  return { work: () => promise, resolve, reject }
}

it('does a few things at a time, lets a few wait in order, and refuses the rest', async () => {
  const lane = new Lane({ maxRunning: 2, maxWaiting: 2 })
  const begun: number[] = []
  const works = [0, 1, 2, 3].map(stoppable)
  const runs = works.map(({ work }, index) => lane.run(() => {
    begun.push(index)
    return work()
  }))
  await expect(lane.run(async () => 'never')).rejects.toThrow(TooManyAttempts)
  expect(begun).toEqual([0, 1])
  works[1]!.resolve('done')
  await expect.poll(() => begun).toEqual([0, 1, 2])
  works[0]!.reject(new Error('failed'))
  await expect(runs[0]).rejects.toThrow('failed')
  await expect.poll(() => begun).toEqual([0, 1, 2, 3])
  works[2]!.resolve('done')
  works[3]!.resolve('done')
  await Promise.all([runs[2], runs[3]])
  expect(await lane.run(async () => 'free again')).toBe('free again')
})
