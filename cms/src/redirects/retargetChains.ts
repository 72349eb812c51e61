import type { Redirect } from '@masthead/shared/payload-types'
import type { CollectionAfterChangeHook, CollectionBeforeChangeHook } from 'payload'
import { followChain, isPermanent, through } from './followChain.ts'
import { pathLookupOf } from './PathLookup.ts'

/** A redirect to what is itself redirected for good leads to the end at once. */
export const flattenChain: CollectionBeforeChangeHook<Redirect> = async ({ data, req }) => {
  const { from, to } = data
  // What is no address, or leads in a circle, is refused by the fields.
  if (!from || !to?.match(/^(?:\/|https?:)/))
    return data
  const followed = await followChain({ from, to }, pathLookupOf(req))
  return 'to' in followed ? { ...data, to: followed.to } : data
}

/** Those that led to an address which is now redirected for good follow it. */
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
    // All of them, whoever makes the change.
    overrideAccess: true,
  })
  for (const redirect of docs) {
    req.context[FOLLOWING] = true
    try {
      await req.payload.update({ collection: 'redirects', id: redirect.id, data: { to: through(redirect.to!, to) }, depth: 0, req, overrideAccess: true })
    }
    finally {
      delete req.context[FOLLOWING]
    }
  }
  return doc
}

/** Whether a redirect is changed only because what it led to has moved. */
export const FOLLOWING = 'redirectFollows'
