import { slugify } from './slugify.ts'

/**
 * The fragments of a page at which its sections begin, one for each, in their order: none twice, and none that the
 * layout of the page uses. One that was given stays, whatever the heading says by now; of two claims the first counts.
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
  /** What a section without an anchor is named after. */
  words?: string | null
}

/** The enquiry form is found at one place on every page: links lead to `#enquiry`. */
export const ENQUIRY_ANCHOR = 'enquiry'

const LAYOUT_ANCHORS = ['content', 'contents', ENQUIRY_ANCHOR, 'pause-banner', 'read-next']
