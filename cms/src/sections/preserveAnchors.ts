import type { CollectionBeforeChangeHook, CollectionSlug, PayloadRequest } from 'payload'
import { anchors } from '@masthead/shared/anchors'

/**
 * Gives a section an anchor from its heading when it is first published, and preserves it, so that links still work
 * when the heading changes. The stored row decides, because a draft may have lost the anchor.
 */
export const preserveAnchors: CollectionBeforeChangeHook = async ({ collection, data, originalDoc, req }) => {
  if (data._status !== 'published' || !Array.isArray(data.sections))
    return data
  const sections = data.sections as Anchored[]
  // During a creation, `originalDoc` has no id.
  const known = originalDoc?.id
    ? await knownAnchors(collection.slug as CollectionSlug, String(originalDoc.id), req)
    : new Map<string, string>()
  const given = anchors(
    sections.map(({ id, anchor, heading, label }) => ({
      anchor: known.get(id ?? '') ?? newAnchor(anchor, known),
      words: heading || label,
    })),
  )
  data.sections = sections.map((section, index) => ({ ...section, anchor: given[index] }))
  return data
}

interface Anchored {
  id?: string | null
  anchor?: string | null
  heading?: string | null
  label?: string | null
}

/**
 * Returns the anchor of a section without a published one. A copied section brings the anchor of its original, which
 * keeps it.
 */
function newAnchor(anchor: string | null | undefined, known: Map<string, string>): string | undefined {
  return anchor && ![...known.values()].includes(anchor) ? anchor : undefined
}

async function knownAnchors(collection: CollectionSlug, id: string, req: PayloadRequest): Promise<Map<string, string>> {
  const { docs: [stored] } = await req.payload.find({
    collection,
    where: { id: { equals: id } },
    select: { sections: true },
    trash: true,
    depth: 0,
    limit: 1,
    pagination: false,
    // Anchors are public, so a user who may publish the document may read them.
    overrideAccess: true,
    req,
  })
  const { sections = [] } = stored as { sections?: Anchored[] }
  return new Map(sections.flatMap(({ id, anchor }) => id && anchor ? [[id, anchor] as const] : []))
}
