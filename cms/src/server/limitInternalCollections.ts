import type { SanitizedConfig } from 'payload'

/**
 * Limits the REST routes of Payload's own collections (`payload-…`) to those that the admin uses. A collection that is
 * not listed here has no routes. Operations inside the CMS are not affected.
 */
export async function limitInternalCollections(building: Promise<SanitizedConfig>): Promise<SanitizedConfig> {
  const config = await building
  for (const collection of config.collections.filter(({ slug }) => slug.startsWith('payload-'))) {
    const routes = ROUTES[collection.slug] ?? []
    const endpoints = (collection.endpoints || []).filter(({ method, path }) => routes.includes(`${method} ${path}`))
    collection.endpoints = endpoints.length > 0 && endpoints
  }
  return config
}

const ROUTES: Record<string, string[] | undefined> = {
  // These routes read and write the user's own preferences.
  'payload-preferences': ['get /:key', 'post /:key', 'delete /:key'],
}
