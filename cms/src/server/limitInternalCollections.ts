import type { Access, SanitizedCollectionConfig, SanitizedConfig, TypedUser } from 'payload'
import { noOne } from '../access.ts'

/**
 * Limits the REST routes of Payload's own collections (`payload-…`) to those that the admin uses, and to what users do
 * in their own name. A collection that is not listed here has no routes. Operations inside the CMS are not affected.
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

/** A user can delete their own locks. */
const ownLock: Access = ({ req }) =>
  req.user ? { 'user.relationTo': { equals: req.user.collection }, 'user.value': { equals: req.user.id } } : false

/** A user takes over a lock by becoming its user. Without data, the admin only checks whether the user could. */
const takeOver: Access = ({ data, req }) => Boolean(req.user) && (data === undefined || isUser(data, req.user!))

const LIMITS: Record<string, Limit | undefined> = {
  // The CMS creates locks by itself when a user opens a document.
  'payload-locked-documents': {
    routes: ['get /', 'patch /:id', 'delete /:id'],
    access: { create: noOne, update: takeOver, delete: ownLock },
  },
  // These routes read and write the user's own preferences.
  'payload-preferences': { routes: ['get /:key', 'post /:key', 'delete /:key'] },
}

function isUser(data: { user?: unknown }, { collection, id }: TypedUser): boolean {
  const user = data.user as { relationTo?: unknown, value?: unknown } | null | undefined
  return Object.keys(data).every(name => name === 'user') && user?.relationTo === collection && user.value === id
}
