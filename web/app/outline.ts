import type { LandingSection, Section } from '@masthead/shared/types'
import { slugify } from '@masthead/shared/slugify'
import { isPublished } from '@masthead/shared/types'

export interface Entry {
  /** The fragment of the page at which the section begins. */
  id: string
  heading?: string
  summary?: string
}

/** How the sections of a page are headed and where they begin: one entry for each, in their order. */
export function outline(sections: (Section | LandingSection)[]): Entry[] {
  // What the frame of the page calls its own parts.
  const taken = new Set(['content', 'contents', ENQUIRY, 'pause-banner', 'read-next'])
  const enquiry = sections.find(({ blockType }) => blockType === 'enquiryForm')
  return sections.map((section) => {
    const { heading, summary } = headOf(section)
    if (section === enquiry)
      return { id: ENQUIRY, heading, summary }
    const words = slugify(heading ?? section.label ?? '') || 'section'
    let id = words
    for (let number = 2; taken.has(id); number++)
      id = `${words}-${number}`
    taken.add(id)
    return { id, heading, summary }
  })
}

/** The enquiry form is found at one place on every page: links lead to `#enquiry`. */
export const ENQUIRY = 'enquiry'

/** A table that stands in an article without words of its own brings its title and description. */
function headOf(section: Section | LandingSection): Omit<Entry, 'id'> {
  const table = section.blockType === 'comparison' && isPublished(section.table) ? section.table : undefined
  return {
    heading: section.heading || table?.title,
    summary: section.summary || table?.description || undefined,
  }
}
