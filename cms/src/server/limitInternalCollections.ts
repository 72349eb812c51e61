import type { Access, SanitizedCollectionConfig, SanitizedConfig, TypedUser } from 'payload'
import { noOne } from '../access.ts'

/**
 * Leaves of the REST routes to Payload's own collections (`payload-…`) those that the admin uses, and of these only what
 * users do in their own name. A collection that is not named here has none. Operations inside the CMS are not affected.
 */
export async function limitInternalCollections(building: Promise<SanitizedConfig>): Promise<SanitizedConfig> {
  const config = await building
  for (const collection of config.collections.filter(({ slug }) => slug.startsWith('payload-'))) {
    const { routes = [], access = {} } = LIMITS[collection.slug] ?? {}
    const endpoints = (collection.endpoints || []).filter(({ method, path }) => routes.includes(`${method} ${path}`))
    collection.endpoints = endpoints.length > 0 && endpoints
    Object.assign(collection.access, access)
  }
  return config
}

interface Limit {
  routes: string[]
  access?: Partial<SanitizedCollectionConfig['access']>
}

/** Deletes the locks of the user who asks. */
const ownLock: Access = ({ req }) => req.user ? { 'user.relationTo': { equals: req.user.collection }, 'user.value': { equals: req.user.id } } : false

/** A user takes over a lock by becoming its user. Without data, the admin asks whether the user could. */
const takeOver: Access = ({ data, req }) => Boolean(req.user) && (data === undefined || isUser(data, req.user!))

const LIMITS: Record<string, Limit | undefined> = {
  // The CMS makes locks by itself when a user opens a document.
  'payload-locked-documents': { routes: ['get /', 'patch /:id', 'delete /:id'], access: { create: noOne, update: takeOver, delete: ownLock } },
  // These routes read and write what belongs to the user who asks.
  'payload-preferences': { routes: ['get /:key', 'post /:key', 'delete /:key'] },
}

function isUser(data: { user?: unknown }, { collection, id }: TypedUser): boolean {
  const user = data.user as { relationTo?: unknown, value?: unknown } | null | undefined
  return Object.keys(data).every(name => name === 'user') && user?.relationTo === collection && user.value === id
}
