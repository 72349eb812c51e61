import { Buffer } from 'node:buffer'
import { createHmac, timingSafeEqual } from 'node:crypto'
import { deriveKey } from '../server/deriveKey.ts'

/** The claims of a ticket: its user may report that they have the form of a document open, and read who else has. */
export interface TicketClaims {
  user: string
  name: string
  /** As `documentKey` names it. */
  document: string
  /** Whether the user may change the document. Only then the answers tell of drafts: sections and revisions. */
  mayChange: boolean
}

/**
 * Returns a signed ticket. It saves the queries that authenticate a user and check their access, for
 * `TICKET_LIFETIME_MS`: by then, a session that has ended no longer reports.
 */
export function issueTicket(claims: TicketClaims): string {
  const content = Buffer.from(JSON.stringify({ ...claims, expiresAt: Date.now() + TICKET_LIFETIME_MS }))
    .toString('base64url')
  return `${content}.${macOf(content).toString('base64url')}`
}

/** Returns the claims of a ticket; undefined if it is not valid, or not any more. */
export function readTicket(ticket: string): TicketClaims | undefined {
  const [content = '', mac = ''] = ticket.split('.')
  const shown = Buffer.from(mac, 'base64url')
  const expected = macOf(content)
  if (shown.length !== expected.length || !timingSafeEqual(shown, expected))
    return undefined
  const { expiresAt, ...claims } = JSON.parse(Buffer.from(content, 'base64url').toString()) as Issued
  return expiresAt > Date.now() ? claims : undefined
}

/** Milliseconds. With the time until a silent form is gone, this stays below a minute. */
export const TICKET_LIFETIME_MS = 50_000

type Issued = TicketClaims & { expiresAt: number }

function macOf(content: string): Buffer {
  return createHmac('sha256', key).update(content).digest()
}

const key = deriveKey('presence ticket')
