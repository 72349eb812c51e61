import { servicePath } from '@masthead/shared/paths'
import { slugify } from '@masthead/shared/slugify'
import { createError } from '#imports'
import { SECTIONS_RESOLVED, SERVICE } from '../selections'
import { fetchPage } from './fetchPage'
import { resolveSections } from './resolveSections'

/** A published service with all that its page shows. */
export function useService(slug: string) {
  return fetchPage(async (cms) => {
    const service = slugify(slug) === slug
      ? await cms.findOne('services', {
          where: { slug: { equals: slug } },
          select: SERVICE,
          populate: SECTIONS_RESOLVED,
          depth: 2,
        })
      : undefined
    if (!service)
      throw createError({ statusCode: 404 })
    return { service: { ...service, sections: await resolveSections(cms, service.sections, servicePath(service)) } }
  })
}
