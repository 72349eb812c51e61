import type { CmsClient } from '@masthead/shared/client'
import type { LandingSection, SectionOf } from '@masthead/shared/types'
import type { DrawnSection, EnquiryFormDrawn } from '../landing'
import type { EnquiryContent } from '../selections'
import { isPublished } from '@masthead/shared/types'
import { ENQUIRY, POST_SUMMARY, POST_SUMMARY_DRAWN } from '../selections'
import { findPostsById } from './findPostsById'

/**
 * Brings what sections draw of other documents: chosen articles, the newest ones, and the words around the enquiry
 * form.
 */
export async function resolveSections(
  cms: CmsClient,
  sections: LandingSection[],
  page: string,
): Promise<DrawnSection[]> {
  const words = sections.some(({ blockType }) => blockType === 'enquiryForm')
    ? cms.global('enquiry-section', { select: ENQUIRY })
    : undefined
  return Promise.all(sections.map(async (section): Promise<DrawnSection> => {
    if (section.blockType === 'latestPosts')
      return { ...section, posts: await findLatest(cms, section) }
    if (section.blockType === 'relatedPosts')
      return { ...section, posts: await findPostsById(cms, section.posts) }
    if (section.blockType === 'enquiryForm')
      return { ...withWords(section, (await words)!), page }
    return section
  }))
}

/** Returns the texts of an enquiry form: those of the section, else those of all enquiry forms. */
function withWords(section: SectionOf<'enquiryForm'>, words: EnquiryContent): Omit<EnquiryFormDrawn, 'page'> {
  return {
    ...section,
    words,
    kicker: section.kicker || words.kicker,
    heading: section.heading || words.heading,
    summary: section.summary || words.text,
  }
}

async function findLatest(cms: CmsClient, { category, count }: SectionOf<'latestPosts'>) {
  const { docs } = await cms.find('posts', {
    where: category ? { category: { equals: isPublished(category) ? category.id : category } } : undefined,
    select: POST_SUMMARY,
    populate: POST_SUMMARY_DRAWN,
    depth: 1,
    sort: '-publishedAt',
    limit: count,
    pagination: false,
  })
  return docs
}
