import { siteRevision } from '../heads/usePageHead'
import { fetchPage } from './fetchPage'

/** All services, in the order that the editors give them. */
export function useServices() {
  return fetchPage(async (cms) => {
    const [{ docs }, { updatedAt }] = await Promise.all([
      cms.find('services', {
        select: { title: true, slug: true, summary: true },
        depth: 0,
        sort: '-weight,title',
        limit: 100,
        pagination: false,
      }),
      cms.global('site', { select: { updatedAt: true } }),
    ])
    return { services: docs, revision: siteRevision(updatedAt) }
  })
}
