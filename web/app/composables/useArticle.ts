import { slugify } from '@masthead/shared/slugify'
import { isPublished } from '@masthead/shared/types'
import { createError } from '#imports'
import { ARTICLE, ENQUIRY_SECTION, PICTURE, POST_SUMMARY, SITE } from '../selections'
import { askCms } from './askCms'

/** A published article with all that it shows, in one question to the CMS; the words of the site and of its enquiry form beside it. */
export async function useArticle(slug: string) {
  const [site, enquiry, post] = await askCms(cms => Promise.all([
    cms.global('site', { select: SITE }),
    cms.global('enquiry-section', { select: ENQUIRY_SECTION, depth: 0 }),
    // The CMS is not troubled with what no slug can be.
    slugify(slug) === slug
      ? cms.findOne('posts', { where: { slug: { equals: slug } }, select: ARTICLE, populate: DRAWN, depth: 2 })
      : undefined,
  ]))
  if (!post)
    throw createError({ statusCode: 404 })
  return { site, post, enquiry: enquiry.onArticles ? enquiry : undefined, related: (post.related ?? []).filter(isPublished) }
}

const DRAWN = {
  'authors': { name: true, jobTitle: true, photo: true },
  'categories': { title: true, slug: true },
  'comparison-tables': { title: true, description: true, criterionLabel: true, columns: true, rows: true },
  'media': { ...PICTURE, sizes: { ...PICTURE.sizes, share: PICTURE.sizes.w480webp } },
  'posts': POST_SUMMARY,
  'takeaway-cards': { title: true, body: true, points: true, stats: true },
} as const
