import type { LandingSection, SectionOf } from '@masthead/shared/types'
import type { EnquiryContent, PostSummary } from './selections'

/** A section of a landing page with the content that it renders of other documents. */
export type DrawnSection
  = | Exclude<LandingSection, { blockType: 'relatedPosts' | 'latestPosts' | 'enquiryForm' }>
    | RelatedPostsDrawn
    | LatestPostsDrawn
    | EnquiryFormDrawn

export type RelatedPostsDrawn = Omit<SectionOf<'relatedPosts'>, 'posts'> & { posts: PostSummary[] }

export type LatestPostsDrawn = SectionOf<'latestPosts'> & { posts: PostSummary[] }

/** `page` is the path of the page that the form stands on. */
export type EnquiryFormDrawn = SectionOf<'enquiryForm'> & { words: EnquiryContent, page: string }

export interface Landing {
  /** The opening section, rendered as the head of the page. */
  opening?: SectionOf<'hero'>
  sections: DrawnSection[]
}

export function landingOf(sections: DrawnSection[]): Landing {
  const [first, ...rest] = sections
  return first?.blockType === 'hero' ? { opening: first, sections: rest } : { sections }
}
