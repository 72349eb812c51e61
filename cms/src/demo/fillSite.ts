import type { CollectionSlug, Payload, RequiredDataFromCollectionSlug } from 'payload'
import type { Found } from './found.ts'
import { ctas } from './ctas.ts'
import { enquirySection } from './enquirySection.ts'
import { pages } from './pages.ts'
import { services } from './services.ts'
import { site } from './site.ts'

/**
 * Makes what the demo has besides articles, each unless it is there already. What refers to others comes after them.
 */
export async function fillSite(payload: Payload, tell: (line: string) => void): Promise<void> {
  const found = await findAll(payload)
  await createMissing(payload, tell, { collection: 'services', name: 'slug', documents: services(found) })
  await createMissing(payload, tell, { collection: 'pages', name: 'path', documents: pages(await findAll(payload)) })
  const all = await findAll(payload)
  await createMissing(payload, tell, { collection: 'ctas', name: 'headline', documents: ctas(all) })
  const [{ createdAt: siteWritten }, { createdAt: enquiryWritten }] = await Promise.all([
    payload.findGlobal({ slug: 'site', depth: 0 }),
    payload.findGlobal({ slug: 'enquiry-section', depth: 0 }),
  ])
  if (!siteWritten)
    await payload.updateGlobal({ slug: 'site', data: site(all) })
  if (!enquiryWritten)
    await payload.updateGlobal({ slug: 'enquiry-section', data: enquirySection })
}

interface Batch<Slug extends CollectionSlug> {
  collection: Slug
  /** The field by which a document is known. */
  name: string
  documents: object[]
}

async function createMissing<Slug extends 'ctas' | 'pages' | 'services'>(
  payload: Payload,
  tell: (line: string) => void,
  { collection, name, documents }: Batch<Slug>,
): Promise<void> {
  let created = 0
  for (const document of documents) {
    const value = (document as Record<string, unknown>)[name]
    // What somebody has thrown away does not come back.
    const { totalDocs } = await payload.count({ collection, where: { [name]: { equals: value } }, trash: true })
    if (totalDocs > 0)
      continue
    await payload.create({
      context: { savedAs: 'imported' },
      collection,
      data: { ...document, _status: 'published' } as unknown as RequiredDataFromCollectionSlug<Slug>,
    })
    created++
  }
  tell(`✓ ${collection}: ${created} created, published`)
}

/** Every document that the demo may refer to, by its name. */
async function findAll(payload: Payload): Promise<Found> {
  const idsBy = async (collection: CollectionSlug, name: string) => {
    const { docs } = await payload.find({ collection, depth: 0, limit: 0, pagination: false })
    const ids = new Map(docs.map(doc => [String((doc as unknown as Record<string, unknown>)[name]), String(doc.id)]))
    return (wanted: string, matches = (candidate: string) => candidate === wanted) => {
      const [, id] = [...ids].find(([candidate]) => matches(candidate)) ?? []
      if (!id)
        throw new Error(`The demo refers to “${wanted}” of ${collection}, which is not there.`)
      return id
    }
  }
  const [post, category, service, page, media] = await Promise.all([
    idsBy('posts', 'slug'),
    idsBy('categories', 'slug'),
    idsBy('services', 'slug'),
    idsBy('pages', 'path'),
    idsBy('media', 'filename'),
  ])
  return { post, category, service, page, picture: name => media(name, filename => filename.startsWith(name)) }
}
