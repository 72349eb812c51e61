import { slugify } from '@masthead/shared/slugify'
import { createError } from '#imports'
import { fetchPage } from './fetchPage'
import { findPosts } from './findPosts'

/** A category and a page of its articles. */
export function useCategory(slug: string, page: number) {
  return fetchPage(async (cms) => {
    const category = slugify(slug) === slug
      ? await cms.findOne('categories', {
          where: { slug: { equals: slug } },
          select: { title: true, slug: true, description: true, updatedAt: true },
          depth: 0,
        })
      : undefined
    if (!category)
      throw createError({ statusCode: 404 })
    return { category, ...await findPosts(cms, { page, where: { category: { equals: category.id } } }) }
  })
}
