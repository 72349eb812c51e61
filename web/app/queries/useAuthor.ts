import { slugify } from '@masthead/shared/slugify'
import { createError } from '#imports'
import { AUTHOR, PICTURE } from '../selections'
import { fetchPage } from './fetchPage'
import { findPosts } from './findPosts'

/** An author and a page of their articles. */
export function useAuthor(slug: string, page: number) {
  return fetchPage(async (cms) => {
    const author = slugify(slug) === slug
      ? await cms.findOne('authors', {
          where: { slug: { equals: slug } },
          select: AUTHOR,
          populate: { media: PICTURE },
          depth: 1,
        })
      : undefined
    if (!author)
      throw createError({ statusCode: 404 })
    return { author, ...await findPosts(cms, { page, where: { authors: { equals: author.id } } }) }
  })
}
