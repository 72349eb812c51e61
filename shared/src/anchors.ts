import { slugify } from './slugify.ts'

/**
 * Returns the fragments at which the sections of a page begin, one for each, in order. They are unique, and differ from
 * those of the page's layout. A stored anchor stays, whatever the heading says now; if two sections claim one, the
 * first gets it.
 */
export function anchors(sections: Anchored[]): string[] {
  const taken = new Set(LAYOUT_ANCHORS)
  const kept = sections.map(({ anchor }) => {
    if (!anchor || taken.has(anchor))
      return undefined
    taken.add(anchor)
    return anchor
  })
  return sections.map(({ words }, index) => {
    const name = slugify(words ?? '') || 'section'
    let anchor = kept[index] ?? name
    for (let number = 2; kept[index] === undefined && taken.has(anchor); number++)
      anchor = `${name}-${number}`
    taken.add(anchor)
    return anchor
  })
}

interface Anchored {
  anchor?: string | null
  /** The text from which a section without an anchor gets its fragment. */
  words?: string | null
}

/** The fragment of the enquiry form, the same on every page: links lead to `#enquiry`. */
export const ENQUIRY_ANCHOR = 'enquiry'

const LAYOUT_ANCHORS = ['content', 'contents', ENQUIRY_ANCHOR, 'pause-banner', 'read-next']
