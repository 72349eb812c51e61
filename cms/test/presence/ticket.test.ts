import { afterEach, expect, it, vi } from 'vitest'
import { issueTicket, readTicket, TICKET_LIFETIME_MS } from '../../src/presence/ticket.ts'

const CLAIMS = { user: 'u1', name: 'Jäne Doe', document: 'posts/1', mayChange: true }

afterEach(() => {
  vi.useRealTimers()
})

it('is valid for less than a minute', () => {
  vi.useFakeTimers()
  const ticket = issueTicket(CLAIMS)
  expect(readTicket(ticket)).toEqual(CLAIMS)
  vi.advanceTimersByTime(TICKET_LIFETIME_MS)
  expect(readTicket(ticket)).toBeUndefined()
})

it('is not valid with other claims, another signature, or none', () => {
  const [content, mac] = issueTicket(CLAIMS).split('.')
  const [other] = issueTicket({ ...CLAIMS, document: 'posts/2' }).split('.')
  for (const ticket of [`${other}.${mac}`, `${content}.${mac!.slice(1)}`, `${content}.`, content!, '', '.', 'null.x'])
    expect(readTicket(ticket), ticket).toBeUndefined()
})
