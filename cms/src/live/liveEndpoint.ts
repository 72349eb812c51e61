import type { Endpoint, PayloadRequest } from 'payload'
import type { Entry } from '../changes/entries.ts'
import type { Place } from './checkChange.ts'
import type { LiveCheck } from './LiveCheck.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import { tagOf } from '@masthead/shared/tags'
import { APIError, Forbidden } from 'payload'
import { publicPath } from '../addresses/publicPath.ts'
import { lastChangeOf } from '../changes/entries.ts'
import { env } from '../env.ts'
import { requireReadableDocument } from '../server/requireReadableDocument.ts'
import { checkChange, pathsFor } from './checkChange.ts'

/**
 * `GET /api/{collection}/:id/live?after=N` returns whether readers see the last change of a document. It waits some
 * seconds for a change with a number greater than N, and some more until pages show it. `prove=0` returns only which
 * change was the last, and how many pages show the document.
 */
export const liveEndpoint: Endpoint = {
  path: '/:id/live',
  method: 'get',
  handler: async (req) => {
    const { collection, id } = await requireReadableDocument(req)
    const proof = await answer({ collection, id }, tagOf(collection, id), req)
    const path = await publicPath(collection, id, req)
    return Response.json({ ...proof, url: path && env.siteUrl + path } satisfies LiveCheck)
  },
}

/** `GET /api/globals/{slug}/live`: the same for content that every page shows. */
export function globalLiveEndpoint(slug: string): Endpoint {
  return {
    path: '/live',
    method: 'get',
    handler: async (req) => {
      if (!req.user)
        throw new Forbidden(req.t)
      return Response.json(await answer({ collection: 'globals', id: slug }, slug, req))
    },
  }
}

async function answer(place: Place, tag: string, req: PayloadRequest): Promise<LiveCheck> {
  const after = numberIn(req.query.after)
  if (req.query.prove === '0')
    return unproven(await lastChangeOf(req.payload.db, tag), place, req)
  const change = await changeAfter(tag, after, req)
  return change ? checkChange(place, change, req) : unproven(undefined, place, req)
}

async function unproven(change: Entry | undefined, place: Place, req: PayloadRequest): Promise<LiveCheck> {
  return {
    number: change?.number ?? 0,
    kind: change?.kind ?? 'changed',
    total: (await pathsFor(place, req)).length,
    pages: [],
    through: 'site',
    webs: { live: 0, total: 0 },
  }
}

/**
 * Waits for a change after a number. A change gets its number after its commit, which may be after the response to the
 * save.
 */
async function changeAfter(tag: string, after: number, req: PayloadRequest): Promise<Entry | undefined> {
  for (const end = Date.now() + TIMEOUT_MS; ; await sleep(30)) {
    const change = await lastChangeOf(req.payload.db, tag, after)
    if (change)
      return change
    if (Date.now() > end)
      return undefined
  }
}

/** Milliseconds to wait for the change. */
const TIMEOUT_MS = 1500

function numberIn(value: unknown): number {
  if (value === undefined)
    return 0
  if (typeof value === 'string' && /^\d{1,15}$/.test(value))
    return Number(value)
  throw new APIError('“after” has to be the number of a change: 0 or more.', 400, null, true)
}
