import type { FormReport, OpenForm, TakeOver } from '../../src/presence/OpenForm.ts'
import type { PresenceStore } from '../../src/presence/PresenceStore.ts'
import type { Revision } from '../../src/presence/Revision.ts'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { PresenceBoard } from '../../src/presence/PresenceBoard.ts'

/** A store in memory that several processes share. */
class MemoryStore implements PresenceStore {
  readonly forms = new Map<string, OpenForm>()
  exchanges = 0

  async record(reports: FormReport[]) {
    this.exchanges++
    for (const report of reports)
      this.forms.set(report.tab, { since: report.seenAt, ...this.forms.get(report.tab), ...report })
  }

  async findSeenAfter(time: number) {
    return [...this.forms.values()].filter(({ seenAt }) => seenAt > time)
  }

  async takeOver(_: string, from: string, by: TakeOver) {
    this.forms.get(from)!.takenOver = by
    delete this.forms.get(by.tab)?.takenOver
  }

  async remove(tab: string) {
    this.forms.delete(tab)
  }

  async close() {}
}

let store: MemoryStore
let revision: Revision
let revisionReads: string[][]

beforeEach(() => {
  vi.useFakeTimers({ now: 1_800_000_000_000 })
  store = new MemoryStore()
  revision = { at: 'first' }
  revisionReads = []
})

afterEach(() => {
  vi.useRealTimers()
})

function board(): PresenceBoard {
  return new PresenceBoard({
    store,
    readRevisions: async (documents) => {
      revisionReads.push([...documents])
      return new Map(Array.from(documents, document => [document, revision]))
    },
  })
}

function report(user: string, parts: Partial<FormReport> = {}): FormReport {
  return { tab: `${user}.1`, document: 'posts/1', user, name: user, isAway: false, seenAt: Date.now(), ...parts }
}

async function seenBy(board: PresenceBoard, user: string, parts: Partial<FormReport> = {}): Promise<string[]> {
  return (await board.report(report(user, parts))).others.map(({ tab }) => tab)
}

describe('a board', () => {
  it('shows a form to the others of the same document, and not to itself', async () => {
    const one = board()
    expect(await seenBy(one, 'ada')).toEqual([])
    expect(await seenBy(one, 'bob')).toEqual(['ada.1'])
    expect(await seenBy(one, 'ada')).toEqual(['bob.1'])
    expect(await seenBy(one, 'eve', { document: 'posts/2' })).toEqual([])
    expect(await seenBy(one, 'ada', { tab: 'ada.2' })).toEqual(['ada.1', 'bob.1'])
  })

  it('shows a form to another process within two seconds, and no longer than nine after its last report', async () => {
    const [one, two] = [board(), board()]
    await one.report(report('ada'))
    await two.report(report('bob'))
    vi.advanceTimersByTime(1000)
    expect(await seenBy(two, 'bob')).toEqual(['ada.1'])
    vi.advanceTimersByTime(7400)
    expect(await seenBy(two, 'bob')).toEqual(['ada.1'])
    vi.advanceTimersByTime(200)
    expect(await seenBy(two, 'bob')).toEqual([])
  })

  it('shows no form that was closed: not in its own process, and not in one to which it reported before', async () => {
    const [one, two] = [board(), board()]
    await one.report(report('ada'))
    await one.report(report('bob'))
    await one.close('ada.1')
    expect(await seenBy(one, 'bob')).toEqual([])

    await two.report(report('eve'))
    await two.report(report('bob'))
    vi.advanceTimersByTime(1000)
    await seenBy(two, 'bob')
    await one.close('eve.1')
    vi.advanceTimersByTime(1000)
    expect(await seenBy(two, 'bob')).toEqual([])
  })

  it('drops a report that arrives after the form was closed', async () => {
    const one = board()
    const late = report('ada')
    await one.report(late)
    await one.close('ada.1')
    await one.report(late)
    expect(await seenBy(one, 'bob')).toEqual([])
    expect([...store.forms.keys()]).not.toContain('ada.1')
  })

  it('asks the databases once a second, for all open documents together', async () => {
    const one = board()
    for (let passedMs = 0; passedMs < 2900; passedMs += 100) {
      await one.report(report('ada'))
      await one.report(report('bob', { document: 'pages/2' }))
      await vi.advanceTimersByTimeAsync(100)
    }
    expect(store.exchanges).toBe(3)
    expect(revisionReads.slice(1)).toEqual([['posts/1', 'pages/2'], ['posts/1', 'pages/2']])
  })

  it('records a report within a second, even if no other comes', async () => {
    const one = board()
    await one.report(report('ada'))
    await one.report(report('bob'))
    expect([...store.forms.keys()]).toEqual(['ada.1'])
    await vi.advanceTimersByTimeAsync(1000)
    expect([...store.forms.keys()]).toEqual(['ada.1', 'bob.1'])
    await vi.advanceTimersByTimeAsync(10_000)
    expect(store.exchanges).toBe(2)
  })

  it('asks a form to report again just after the next exchange, so that it has a revision after a second', async () => {
    const one = board()
    await one.report(report('ada'))
    vi.advanceTimersByTime(700)
    const { nextMs } = await one.report(report('bob'))
    expect(nextMs).toBeLessThan(350)
    revision = { at: 'second', by: 'Jane Doe' }
    vi.advanceTimersByTime(nextMs)
    expect((await one.report(report('bob'))).revision).toEqual({ at: 'second', by: 'Jane Doe' })
  })

  it('tells a form that it was taken over, and the others that it is read-only', async () => {
    const one = board()
    await one.report(report('ada'))
    await one.report(report('bob'))
    vi.advanceTimersByTime(1000)
    await one.report(report('ada'))
    const by = { tab: 'bob.1', name: 'bob', at: new Date().toISOString() }
    await store.takeOver('posts/1', 'ada.1', by)
    vi.advanceTimersByTime(1000)
    expect((await one.report(report('ada'))).takenOver).toEqual(by)
    expect((await one.report(report('bob'))).others).toMatchObject([{ tab: 'ada.1', isReadOnly: true }])
  })

  it('goes on once a database answers again', async () => {
    const one = board()
    const record = vi.spyOn(store, 'record').mockRejectedValueOnce(new Error('busy'))
    await expect(one.report(report('ada'))).rejects.toThrow('busy')
    expect(await seenBy(one, 'bob')).toEqual(['ada.1'])
    expect(record).toHaveBeenCalledTimes(2)
  })
})
