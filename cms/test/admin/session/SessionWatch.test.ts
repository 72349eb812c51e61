import type { SessionAnswer } from '../../../src/admin/session/SessionWatch.ts'
import { describe, expect, it, vi } from 'vitest'
import { SessionWatch } from '../../../src/admin/session/SessionWatch.ts'

const IDA = { id: 'ida', name: 'Ida' }
const OTTO = { id: 'otto', name: 'Otto' }

function watchOf(answer: () => SessionAnswer) {
  const announce = vi.fn()
  const readSession = vi.fn(async () => answer())
  const watch = new SessionWatch({ readSession, announce })
  watch.follow(IDA)
  return { watch, announce, readSession }
}

describe('the session of a tab', () => {
  it('stays open while the CMS knows the person', async () => {
    const { watch } = watchOf(() => ({ user: IDA }))
    expect(await watch.check()).toEqual({ is: 'open' })
  })

  it('ends when the CMS knows nobody any more, and opens again with the same person', async () => {
    const { watch, announce } = watchOf(() => ({ user: null }))
    await watch.check()
    expect(watch.getState()).toEqual({ is: 'ended' })
    announce.mockClear()
    watch.take({ user: IDA })
    expect(watch.getState()).toEqual({ is: 'open' })
    expect(announce).toHaveBeenCalledWith('ida')
  })

  it('belongs to somebody else for good once another person signed in', async () => {
    const { watch } = watchOf(() => ({ user: OTTO }))
    expect(await watch.check()).toEqual({ is: 'other', name: 'Otto' })
    watch.take({ user: IDA })
    expect(watch.getState()).toEqual({ is: 'other', name: 'Otto' })
  })

  it('changes nothing while the CMS cannot be reached', async () => {
    const { watch } = watchOf(() => {
      throw new TypeError('Failed to fetch')
    })
    expect(await watch.check()).toEqual({ is: 'open' })
  })

  it('asks once for all who want to know at the same time', async () => {
    const { watch, readSession } = watchOf(() => ({ user: IDA }))
    await Promise.all([watch.check(), watch.check(), watch.check()])
    expect(readSession).toHaveBeenCalledTimes(1)
  })

  it('looks again when another tab says that somebody signed in', async () => {
    let user: SessionAnswer['user'] = null
    const { watch, readSession } = watchOf(() => ({ user }))
    watch.hear('ida')
    expect(readSession, 'it is open, and the same person').not.toHaveBeenCalled()
    await watch.check()
    user = IDA
    watch.hear('ida')
    await watch.untilOpen()
    user = OTTO
    watch.hear('otto')
    await vi.waitFor(() => expect(watch.getState()).toEqual({ is: 'other', name: 'Otto' }))
  })

  it('is nobody’s once the person signed out', async () => {
    const { watch } = watchOf(() => ({ user: null }))
    await watch.check()
    watch.follow(undefined)
    expect(watch.person).toBeUndefined()
    expect(watch.getState()).toEqual({ is: 'open' })
    watch.follow(OTTO)
    expect(watch.person).toBe('otto')
  })
})
