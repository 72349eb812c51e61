import type { Changes } from '@masthead/shared/changes'
import type { Endpoint, PayloadRequest } from 'payload'
import { env } from '../env.ts'
import { isServiceKey } from '../isServiceKey.ts'
import { refusal } from '../refusal.ts'
import { changesAfter } from './entries.ts'
import { followersOf } from './followersOf.ts'
import { isKnownWeb, noteWeb } from './knownWebs.ts'

/**
 * `GET /api/changes?after=N&wait=SECONDS&web=NAME`: what changed after number N, as soon as there is anything. The web
 * that asks has followed to N, and is counted by its name when a change is proven live. Opens with the service key only.
 */
export const changesEndpoint: Endpoint = {
  path: '/changes',
  method: 'get',
  handler: async (req) => {
    if (!env.serviceKey)
      return refusal(503, 'Changes cannot be followed: set SERVICE_KEY, the same for the CMS and the web.')
    if (!isServiceKey(req.headers.get('authorization'), env.serviceKey))
      return refusal(401, 'Only the web follows the changes, with the service key.')
    const after = wholeNumber(req.query.after)
    const wait = wholeNumber(req.query.wait) ?? 0
    if (Number.isNaN(after))
      return refusal(400, '“after” has to be the number that you have followed to: 0 or more.')
    if (!(wait <= LONGEST))
      return refusal(400, `“wait” has to be a number of seconds from 0 to ${LONGEST}.`)
    const { web } = req.query
    if (web !== undefined && !(typeof web === 'string' && /^[\w.:-]{1,100}$/.test(web)))
      return refusal(400, '“web” has to be a name of up to 100 letters, digits and . : - _.')
    const changes = web === undefined ? await nextChanges(req, after, wait) : await nextForWeb(req, { web, after, wait })
    // Whoever asks again after the last answer of a process that ends shall not ask the same one.
    const end: Record<string, string> = followersOf(req.payload.db).isClosed ? { connection: 'close' } : {}
    return Response.json(changes, { headers: { 'cache-control': 'no-store', ...end } })
  },
}

const LONGEST = 30

/** A web that this database does not know has followed the feed of another one, if any: its numbers mean nothing here. */
async function nextForWeb(req: PayloadRequest, { web, after, wait }: { web: string, after: number | undefined, wait: number }): Promise<Changes> {
  const { db, logger } = req.payload
  if (after === undefined || !await isKnownWeb(db, web)) {
    const { last } = await changesAfter(db, undefined)
    await noteWeb(db, web, last)
    return { last, changes: [], reset: true }
  }
  void noteWeb(db, web, after).catch((err: unknown) => logger.warn({ err, msg: `It could not be noted that ${web} has followed to ${after}.` }))
  return nextChanges(req, after, wait)
}

async function nextChanges({ payload: { db }, signal }: PayloadRequest, after: number | undefined, wait: number): Promise<Changes> {
  const followers = followersOf(db)
  const end = AbortSignal.any([AbortSignal.timeout(wait * 1000), ...(signal ? [signal] : [])])
  for (;;) {
    const answer = await changesAfter(db, after)
    if (after === undefined || answer.reset || answer.changes.length > 0 || wait === 0 || end.aborted || followers.isClosed)
      return answer
    await followers.news(after, end)
  }
}

/** Undefined when left out, and not a number when it is none. */
function wholeNumber(value: unknown): number | undefined {
  if (value === undefined)
    return undefined
  return typeof value === 'string' && /^\d{1,15}$/.test(value) ? Number(value) : Number.NaN
}
