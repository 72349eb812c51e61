import type { IncomingMessage, ServerResponse } from 'node:http'
import type { PresenceAnswer } from './PresenceBoard.ts'
import * as v from 'valibot'
import { sendJson } from '../server/sendJson.ts'
import { PRESENCE_PATH } from './PRESENCE_PATH.ts'
import { presenceBoard } from './startPresence.ts'
import { readTicket } from './ticket.ts'

/**
 * Answers `POST /api/presence`, by which an open form reports itself about once a second, with a ticket in place of a
 * cookie. It stands in front of Next, which takes three milliseconds of a core for each request. Returns whether the
 * request was one.
 */
export function answerPresence(request: IncomingMessage, response: ServerResponse): boolean {
  if (request.url !== PRESENCE_PATH || request.method !== 'POST')
    return false
  void answer(request).then(({ status, body }) => sendJson(response, status, body), (error: Error) => {
    // The client has gone before the end of its request.
    if (!request.complete)
      return
    warnOnce(`The CMS could not say who has a document open: ${error.message}`)
    sendJson(response, 503, problem('The CMS cannot say who has the document open.'))
  })
  return true
}

/** Logs a problem unless it is that of the last report that failed: each open form meets it once a second. */
function warnOnce(message: string): void {
  if (message !== lastWarning)
    console.warn(message)
  lastWarning = message
}

let lastWarning: string | undefined

async function answer(request: IncomingMessage): Promise<{ status: number, body: object }> {
  const text = await bodyOf(request)
  if (text === undefined)
    return { status: 413, body: problem(`The report is longer than ${MAX_BODY_LENGTH} characters.`) }
  const parsed = v.safeParse(Body, text)
  if (!parsed.success)
    return { status: 400, body: problem(`The report is not valid: ${parsed.issues[0].message}`) }
  const { ticket, tab: ownTab, isClosed, section, isAway } = parsed.output
  const claims = readTicket(ticket)
  if (!claims)
    return { status: 401, body: problem('The ticket is not valid any more. Request another.') }
  const board = presenceBoard()
  if (!board)
    return { status: 503, body: problem('The CMS is not ready yet.') }
  const { user, name, document, mayChange } = claims
  const tab = `${user}.${ownTab}`
  if (isClosed) {
    await board.close(tab)
    return { status: 200, body: {} }
  }
  const answer = await board.report({ tab, document, user, name, section, isAway, seenAt: Date.now() })
  return { status: 200, body: mayChange ? answer : withoutDraft(answer) }
}

/** Leaves out what the answer tells of the draft. */
function withoutDraft({ others, revision: _, ...answer }: PresenceAnswer): PresenceAnswer {
  return { ...answer, others: others.map(({ section: _, ...other }) => other) }
}

/** The body of a report. */
export interface ReportBody extends v.InferOutput<typeof Fields> {}

const Fields = v.object({
  ticket: v.string(),
  tab: v.pipe(v.string(), v.regex(/^[\w-]{8,64}$/)),
  isAway: v.boolean(),
  section: v.optional(v.object({
    label: v.pipe(v.string(), v.maxLength(80)),
    row: v.pipe(v.string(), v.maxLength(64)),
  })),
  isClosed: v.optional(v.boolean()),
})

/** A beacon cannot declare JSON, so the type that the request declares does not matter. */
const Body = v.pipe(v.string(), v.parseJson(), Fields)

const MAX_BODY_LENGTH = 4000

/** Returns the body of a request; undefined if it is too long. */
async function bodyOf(request: IncomingMessage): Promise<string | undefined> {
  request.setEncoding('utf8')
  let text = ''
  let isTooLong = false
  // Reads to the end, so that the connection serves the next request.
  for await (const part of request as AsyncIterable<string>) {
    isTooLong ||= text.length + part.length > MAX_BODY_LENGTH
    if (!isTooLong)
      text += part
  }
  return isTooLong ? undefined : text
}

function problem(message: string): object {
  return { errors: [{ message }] }
}
