import type { Redirect } from '@masthead/shared/payload-types'
import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload'
import { followChain, isPermanent, through } from './followChain.ts'
import { pathLookupOf } from './PathLookup.ts'

/** Lets a redirect skip permanent redirects in its path: it leads to their end at once. */
export const flattenChain: CollectionBeforeChangeHook<Redirect> = async ({ data, req }) => {
  const { from, to } = data
  // The fields refuse an invalid address and a circle.
  if (!from || !to?.match(/^(?:\/|https?:)/))
    return data
  const followed = await followChain({ from, to }, pathLookupOf(req))
  return 'to' in followed ? { ...data, to: followed.to } : data
}

/** Retargets the redirects that lead to an address which now redirects permanently. */
export const retargetChains: CollectionAfterChangeHook<Redirect> = async ({ data, doc, req }) => {
  const { from, to, status } = data as Redirect
  if (!to || !isPermanent({ status }))
    return doc
  const { docs } = await req.payload.find({
    collection: 'redirects',
    where: { target: { equals: from } },
    depth: 0,
    pagination: false,
    req,
    // All redirects, whichever user makes the change.
    overrideAccess: true,
  })
  for (const redirect of docs) {
    req.context[FOLLOWING] = true
    try {
      await req.payload.update({
        collection: 'redirects',
        id: redirect.id,
        data: { to: through(redirect.to!, to) },
        depth: 0,
        req,
        overrideAccess: true,
      })
    }
    finally {
      delete req.context[FOLLOWING]
    }
  }
  return doc
}

/** The context key of a redirect that changes only because its target has moved. */
export const FOLLOWING = 'redirectFollows'
