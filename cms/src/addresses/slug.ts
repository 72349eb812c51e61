import type {
  CollectionAfterErrorHook,
  CollectionSlug,
  FieldHook,
  PayloadRequest,
  TextField,
  TextFieldSingleValidation,
} from 'payload'
import type { AddressPlace } from './takenBy.ts'
import { slugify } from '@masthead/shared/slugify'
import { saysProblems } from './checkAddress.ts'
import { holderOf, takenBy, takenEvenInDrafts } from './takenBy.ts'

/**
 * Returns the field for the part of an address that names a document: made from its title, unique, editable. The slug
 * follows the title until the document is published for the first time; from then on only a user changes it. A
 * duplicate gets a slug of its own.
 */
export function slug(
  { from, label = 'Address', description }: { from: string, label?: string, description: string },
): TextField {
  return {
    name: 'slug',
    type: 'text',
    label,
    unique: true,
    index: true,
    required: true,
    maxLength: 80,
    custom: NOTE.custom,
    admin: { position: 'sidebar', description, components: { afterInput: NOTE.afterInput } },
    hooks: {
      beforeDuplicate: [() => null],
      beforeValidate: [followTitle(from)],
      afterChange: [({ req }) => release(req)],
    },
    validate: isFree,
  }
}

const NOTE = saysProblems(async (value, id, req) => {
  const address = slugify(value)
  return address
    ? takenEvenInDrafts(address, { collection: req.routeParams!.collection as CollectionSlug, field: 'slug', id, req })
    : undefined
})

/** Releases the slug of a save that failed. For every collection that has slugs. */
export const releaseSlug: CollectionAfterErrorHook = ({ req }) => release(req)

function followTitle(from: string): FieldHook {
  return async ({ collection, data, operation, originalDoc, req, value }) => {
    // The original document of a duplicate is another document.
    const place: AddressPlace = {
      collection: collection!.slug as CollectionSlug,
      field: 'slug',
      id: operation === 'update' ? originalDoc?.id : undefined,
      req,
    }
    const before = operation === 'update' ? originalDoc?.slug as string | undefined : undefined
    if (value && value !== before)
      return slugify(String(value))
    const title = slugify(String(data?.[from] ?? originalDoc?.[from] ?? ''))
    if (!title || (before && !await follows(before, slugify(String(originalDoc?.[from] ?? '')), place)))
      return before
    return isNumbered(before, title) ? before : freeSlug(title, place)
  }
}

/**
 * Whether the slug still follows the title: it equals the slug of the earlier title, and readers cannot have seen it.
 */
async function follows(before: string, title: string, { collection, id, req }: AddressPlace): Promise<boolean> {
  if (!isNumbered(before, title) || !req.payload.collections[collection].config.versions)
    return false
  const { totalDocs } = await req.payload.countVersions({
    collection,
    where: { 'parent': { equals: id }, 'version._status': { equals: 'published' } },
    req,
  })
  return totalDocs === 0
}

function isNumbered(slug: string | undefined, title: string): boolean {
  return slug === title || (slug?.startsWith(`${title}-`) === true && /^\d+$/.test(slug.slice(title.length + 1)))
}

async function freeSlug(title: string, place: AddressPlace): Promise<string> {
  for (let number = 1; ; number++) {
    const candidate = number === 1 ? title : `${title.slice(0, 76).replace(/-$/, '')}-${number}`
    if (!await holderOf(candidate, place) && reserve(`${place.collection} ${candidate}`, place.req))
      return candidate
  }
}

/**
 * Reserves a slug until the save has stored it or has failed. Returns false if another save holds it: two saves at once
 * would both find the slug free.
 */
function reserve(slug: string, { context }: PayloadRequest): boolean {
  if (reserved.has(slug))
    return false
  // The timer frees the slug of a request that hangs.
  reserved.set(slug, setTimeout(() => reserved.delete(slug), 10_000).unref())
  context.reservedSlug = slug
  return true
}

function release({ context }: PayloadRequest): void {
  clearTimeout(reserved.get(String(context.reservedSlug)))
  reserved.delete(String(context.reservedSlug))
}

const reserved = new Map<string, NodeJS.Timeout>()

const isFree: TextFieldSingleValidation = async (value, { collectionSlug, id, req }) => {
  if (!value)
    return 'Give a title, from which the address is made, or write the address here.'
  if (slugify(value) !== value)
    return `Use lower-case letters, digits and hyphens only: “${slugify(value)}”.`
  return await takenBy(value, { collection: collectionSlug as CollectionSlug, field: 'slug', id, req }) ?? true
}
