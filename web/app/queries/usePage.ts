import { HOME, isReservedPath } from '@masthead/shared/paths'
import { slugify } from '@masthead/shared/slugify'
import { createError } from '#imports'
import { PAGE, SECTIONS_RESOLVED } from '../selections'
import { fetchPage } from './fetchPage'
import { resolveSections } from './resolveSections'

/** The published page at a path, with all that it shows. A site may do without a home page, not without any other. */
export function usePage(path: string) {
  return fetchPage(async (cms) => {
    // The CMS is not troubled with what no path can be.
    const page = !isReservedPath(path) && path.split('/').every(segment => slugify(segment) === segment)
      ? await cms.findOne('pages', {
          where: { path: { equals: path } },
          select: PAGE,
          populate: SECTIONS_RESOLVED,
          depth: 2,
        })
      : undefined
    if (!page && path !== HOME)
      throw createError({ statusCode: 404 })
    return { page: page && { ...page, sections: await resolveSections(cms, page.sections, path) } }
  })
}
