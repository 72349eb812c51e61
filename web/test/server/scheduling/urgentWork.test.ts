import { setTimeout as sleep } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { inBackground } from '../../../server/scheduling/inBackground'
import { urgentWork } from '../../../server/scheduling/urgentWork'

it('is done before work in the background goes on', async () => {
  const order: string[] = []
  const background = inBackground([1, 2], (item) => {
    for (const end = performance.now() + 6; performance.now() < end;);
    order.push(`background ${item}`)
  })
  const urgent = [20, 60].map(ms => urgentWork.run(async () => {
    await sleep(ms)
    order.push(`urgent ${ms}`)
  }))
  await Promise.all([background, ...urgent])
  expect(order).toEqual(['background 1', 'urgent 20', 'urgent 60', 'background 2'])
})

it('fails for those who wait for it, and keeps nothing else waiting', async () => {
  await expect(urgentWork.run(() => Promise.reject(new Error('No answer.')))).rejects.toThrow('No answer.')
  await urgentWork.done()
})

it('keeps work in the background waiting for a second at most', async () => {
  const never = Promise.withResolvers<void>()
  void urgentWork.run(() => never.promise)
  await urgentWork.done()
  never.resolve()
  await urgentWork.done()
})
