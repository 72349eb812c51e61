import type { ReportBody } from '../../../src/presence/answerPresence.ts'
import type { PresenceAnswer } from '../../../src/presence/PresenceBoard.ts'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { FormReporter } from '../../../src/admin/presence/FormReporter.ts'

const ANSWER: PresenceAnswer = { others: [], nextMs: 1000 }

let sent: ReportBody[]
let answers: (PresenceAnswer | undefined)[]
let isHidden: boolean
let reporter: FormReporter

const send = vi.fn<(body: ReportBody) => Promise<PresenceAnswer | undefined>>()
const requestTicket = vi.fn(async () => ({ ticket: `ticket ${requestTicket.mock.calls.length}`, renewAfterMs: 40_000 }))

beforeEach(() => {
  vi.useFakeTimers()
  sent = []
  answers = []
  isHidden = false
  send.mockReset().mockImplementation(async (body) => {
    sent.push(body)
    return ANSWER
  })
  requestTicket.mockClear()
  reporter = new FormReporter({
    requestTicket,
    send,
    sendLast: body => sent.push(body),
    state: () => ({ isAway: isHidden }),
    isHidden: () => isHidden,
    onAnswer: answer => answers.push(answer),
  })
})

afterEach(() => {
  reporter.stop()
  vi.useRealTimers()
})

it('reports when the CMS says, and every four seconds while hidden', async () => {
  reporter.start()
  await vi.advanceTimersByTimeAsync(3500)
  expect(sent).toHaveLength(4)
  isHidden = true
  await vi.advanceTimersByTimeAsync(8500)
  expect(sent.slice(4).map(({ isAway }) => isAway)).toEqual([true, true, true])
})

it('reports at once when it is asked to', async () => {
  isHidden = true
  reporter.start()
  await vi.advanceTimersByTimeAsync(1000)
  reporter.reportNow()
  await vi.advanceTimersByTimeAsync(0)
  expect(sent).toHaveLength(2)
})

it('requests another ticket in time, and when the CMS does not accept it any more', async () => {
  reporter.start()
  await vi.advanceTimersByTimeAsync(41_000)
  expect(sent.at(-1)!.ticket).toBe('ticket 2')
  send.mockResolvedValueOnce(undefined)
  await vi.advanceTimersByTimeAsync(3000)
  expect(sent.at(-1)!.ticket).toBe('ticket 3')
})

it('waits five seconds for a ticket that it does not get', async () => {
  requestTicket.mockRejectedValueOnce(new Error('There is no such document.'))
  reporter.start()
  await vi.advanceTimersByTimeAsync(4900)
  expect(requestTicket).toHaveBeenCalledTimes(1)
  await vi.advanceTimersByTimeAsync(200)
  expect(sent).toHaveLength(1)
})

it('no longer knows of others when the CMS has not answered for ten seconds', async () => {
  reporter.start()
  await vi.advanceTimersByTimeAsync(500)
  send.mockRejectedValue(new Error('The line is cut.'))
  await vi.advanceTimersByTimeAsync(9000)
  expect(answers).toEqual([ANSWER])
  await vi.advanceTimersByTimeAsync(4000)
  expect(answers.slice(1)).toContain(undefined)
})

it('says last that the form is closed, and is another form when it starts again', async () => {
  reporter.start()
  await vi.advanceTimersByTimeAsync(500)
  const { tab } = reporter
  reporter.stop()
  await vi.advanceTimersByTimeAsync(10_000)
  expect(sent).toEqual([expect.objectContaining({ tab }), expect.objectContaining({ tab, isClosed: true })])
  reporter.start()
  await vi.advanceTimersByTimeAsync(0)
  expect(sent.at(-1)!.tab).not.toBe(tab)
})
