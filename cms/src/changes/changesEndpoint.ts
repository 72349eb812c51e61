import type { Changes, Position } from '@masthead/shared/changes'
import type { Touched } from '@masthead/shared/touched'
import type { Endpoint, PayloadRequest } from 'payload'
import { MAX_TOUCHED_LENGTH, parseTouched } from '@masthead/shared/touched'
import { env, serviceKeys } from '../env.ts'
import { errorResponse } from '../server/errorResponse.ts'
import { isServiceKey } from '../server/isServiceKey.ts'
import { changesAfter } from './entries.ts'
import { recordSiteInstance } from './knownSiteInstances.ts'
import { subscribersOf } from './subscribersOf.ts'

/**
 * `GET /api/changes?after=N&entry=ID&wait=SECONDS&web=NAME&touched=TEXT` returns the changes after sequence number N as
 * soon as there are any. It requires the service key.
 *
 * The site instance that sends the request has followed to N, the number of that entry. Live checks count it by its
 * name. `touched` lists the cached pages that the last changes affected there.
 */
export const changesEndpoint: Endpoint = {
  path: '/changes',
  method: 'get',
  handler: async (req) => {
    if (!env.serviceKey)
      return errorResponse(503, 'Changes cannot be followed: set SERVICE_KEY, the same for the CMS and the site.')
    if (!isServiceKey(req.headers.get('authorization'), serviceKeys))
      return errorResponse(401, 'Only the site may follow the changes. Send the service key.')
    const after = wholeNumber(req.query.after)
    const wait = wholeNumber(req.query.wait) ?? 0
    if (Number.isNaN(after))
      return errorResponse(400, '“after” has to be the number that you have followed to: 0 or more.')
    if (!(wait <= MAX_WAIT_S))
      return errorResponse(400, `“wait” has to be a number of seconds from 0 to ${MAX_WAIT_S}.`)
    const { entry, web, touched: report } = req.query
    if (entry !== undefined && !(typeof entry === 'string' && /^[\w-]{1,64}$/.test(entry)))
      return errorResponse(400, '“entry” has to be the id that came with that number.')
    if (web !== undefined && !(typeof web === 'string' && /^[\w.:-]{1,100}$/.test(web)))
      return errorResponse(400, '“web” has to be a name of up to 100 letters, digits and . : - _.')
    const touched = typeof report === 'string' ? parseTouched(report) : undefined
    if (report !== undefined && !touched) {
      return errorResponse(
        400,
        `“touched” has to list the numbers of changes, each followed by up to three paths, in ${MAX_TOUCHED_LENGTH} characters at most: “12 /blog/x /blog 13”.`,
      )
    }
    const changes = await nextChanges(req, {
      position: after === undefined ? undefined : { number: after, entry },
      wait,
      web,
      touched,
    })
    // Closes the connection with the last answer, so that the next request does not reach a process that is ending.
    const end: Record<string, string> = subscribersOf(req.payload.db).isClosed ? { connection: 'close' } : {}
    return Response.json(changes, { headers: { 'cache-control': 'no-store', ...end } })
  },
}

const MAX_WAIT_S = 30

interface Following {
  position: Position | undefined
  /** Seconds. */
  wait: number
  web: string | undefined
  touched: Touched[] | undefined
}

async function nextChanges(
  { payload: { db, logger }, signal }: PayloadRequest,
  { position, wait, web, touched }: Following,
): Promise<Changes> {
  const followers = subscribersOf(db)
  const end = AbortSignal.any([AbortSignal.timeout(wait * 1000), ...(signal ? [signal] : [])])
  const isOver = () => wait === 0 || end.aborted || followers.isClosed
  let answer = await changesAfter(db, position)
  if (!position || answer.reset)
    return answer
  if (web !== undefined) {
    void recordSiteInstance(db, web, { followed: position.number, touched }).catch((err: unknown) =>
      logger.warn({ err, msg: `Could not record that ${web} has followed to ${position.number}.` }),
    )
  }
  while (answer.changes.length === 0 && !answer.reset && !isOver()) {
    await followers.waitForChange(position.number, end)
    answer = await changesAfter(db, position)
  }
  return answer
}

/** Returns undefined if the value is left out, and NaN if it is not a whole number. */
function wholeNumber(value: unknown): number | undefined {
  if (value === undefined)
    return undefined
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN
}
