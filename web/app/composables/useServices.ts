import { askPage } from './askPage'

/** All services, in the order that the editors give them. */
export function useServices() {
  return askPage(async (cms) => {
    const { docs } = await cms.find('services', { select: { title: true, slug: true, summary: true }, depth: 0, sort: '-weight,title', limit: 100, pagination: false })
    return { services: docs }
  })
}
