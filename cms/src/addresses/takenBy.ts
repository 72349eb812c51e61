import type { CollectionSlug, PayloadRequest, Where } from 'payload'

/** The scope within which an address must be unique. */
export interface AddressPlace {
  collection: CollectionSlug
  /** The field that holds it. */
  field: 'path' | 'slug'
  /** The id of the document that wants the address; undefined before it has one. */
  id: number | string | undefined
  req: PayloadRequest
}

/** Returns a sentence that names the holder of an address, or undefined while the address is free. */
export async function takenBy(address: string, place: AddressPlace): Promise<string | undefined> {
  const holder = await holderOf(address, place)
  return holder && sentence(address, await nameOf(holder, place))
}

/** Like `takenBy`, but counts drafts too. Drafts may share an address; the first one to be published takes it. */
export async function takenEvenInDrafts(address: string, place: AddressPlace): Promise<string | undefined> {
  const taken = await takenBy(address, place)
  if (taken || !place.req.payload.collections[place.collection].config.versions)
    return taken
  const holder = await holderOf(address, place, true)
  return holder && sentence(address, `a draft of ${await nameOf(holder, place)}`)
}

/** Returns the other document, in the trash or not, that has an address. */
export async function holderOf(
  address: string,
  { collection, field, id, req }: AddressPlace,
  draft = false,
): Promise<Holder | undefined> {
  const { docs: [holder] } = await req.payload.find({
    collection,
    where: { [field]: { equals: address }, ...(id !== undefined && { id: { not_equals: id } }) },
    select: { ...(req.payload.collections[collection].config.trash && { deletedAt: true }) },
    draft,
    depth: 0,
    limit: 1,
    pagination: false,
    trash: true,
    req,
    // An address is taken even if the user may not read its holder.
    overrideAccess: true,
  })
  return holder as Holder | undefined
}

interface Holder {
  id: number | string
  deletedAt?: string | null
}

/** Returns the holder's title if the user may read it. */
async function nameOf({ id, deletedAt }: Holder, { collection, req }: AddressPlace): Promise<string> {
  const { admin: { useAsTitle: title = 'id' }, versions } = req.payload.collections[collection].config
  const where: Where = { id: { equals: id } }
  for (const draft of versions ? [false, true] : [false]) {
    const { docs: [readable] } = await req.payload.find({
      collection,
      where,
      select: { [title]: true },
      draft,
      depth: 0,
      limit: 1,
      pagination: false,
      trash: true,
      req,
      // An import has no signed-in user and may name every document.
      overrideAccess: !req.user,
    })
    if (readable)
      return `“${String((readable as unknown as Record<string, unknown>)[title])}”${deletedAt ? ' (in the trash)' : ''}`
  }
  return 'another document'
}

function sentence(address: string, name: string): string {
  return `“${address}” is taken by ${name}. Choose another.`
}
