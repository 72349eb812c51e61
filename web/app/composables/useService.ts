import { servicePath } from '@masthead/shared/paths'
import { slugify } from '@masthead/shared/slugify'
import { createError } from '#imports'
import { SECTIONS_DRAWN, SERVICE } from '../selections'
import { askPage } from './askPage'
import { fillSections } from './fillSections'

/** A published service with all that its page shows. */
export function useService(slug: string) {
  return askPage(async (cms) => {
    const service = slugify(slug) === slug
      ? await cms.findOne('services', {
          where: { slug: { equals: slug } },
          select: SERVICE,
          populate: SECTIONS_DRAWN,
          depth: 2,
        })
      : undefined
    if (!service)
      throw createError({ statusCode: 404 })
    return { service: { ...service, sections: await fillSections(cms, service.sections, servicePath(service)) } }
  })
}
