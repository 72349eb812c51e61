import type { Section } from '@masthead/shared/types'
import type { DrawnSection } from './landing'
import { anchors, ENQUIRY_ANCHOR } from '@masthead/shared/anchors'
import { isPublished } from '@masthead/shared/types'

export interface Entry {
  /** The fragment of the page at which the section begins. */
  id: string
  heading?: string
  summary?: string
}

/** How the sections of a page are headed and where they begin: one entry for each, in their order. */
export function outline(sections: (Section | DrawnSection)[]): Entry[] {
  const enquiry = sections.find(({ blockType }) => blockType === 'enquiryForm')
  const heads = sections.map(headOf)
  const ids = anchors(sections.map(({ anchor, label }, index) => ({ anchor, words: heads[index]!.heading ?? label })))
  return heads.map((head, index) => ({ id: sections[index] === enquiry ? ENQUIRY_ANCHOR : ids[index]!, ...head }))
}

/** A table that stands in an article without words of its own brings its title and description. */
function headOf(section: Section | DrawnSection): Omit<Entry, 'id'> {
  const table = section.blockType === 'comparison' && isPublished(section.table) ? section.table : undefined
  return {
    heading: section.heading || table?.title,
    summary: section.summary || table?.description || undefined,
  }
}
