import type { CollectionSlug, PayloadRequest, Where } from 'payload'

/** Where an address has to be the only one of its kind. */
export interface AddressPlace {
  collection: CollectionSlug
  /** The field that holds it. */
  field: 'path' | 'slug'
  /** Of the document that wants it, once it has one. */
  id: number | string | undefined
  req: PayloadRequest
}

/** Returns the sentence that says by what an address is taken, or undefined while it is free. */
export async function takenBy(address: string, place: AddressPlace): Promise<string | undefined> {
  const holder = await holderOf(address, place)
  return holder && sentence(address, await nameOf(holder, place))
}

/** The same, and of drafts too: nothing is refused for them, but whichever is published first takes it. */
export async function takenEvenInDrafts(address: string, place: AddressPlace): Promise<string | undefined> {
  const taken = await takenBy(address, place)
  if (taken || !place.req.payload.collections[place.collection].config.versions)
    return taken
  const holder = await holderOf(address, place, true)
  return holder && sentence(address, `a draft of ${await nameOf(holder, place)}`)
}

/** Returns the other document, in the trash or not, that has an address. */
export async function holderOf(address: string, { collection, field, id, req }: AddressPlace, draft = false): Promise<Holder | undefined> {
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
    // An address is taken whether or not the person who wants it may see by what.
    overrideAccess: true,
  })
  return holder as Holder | undefined
}

interface Holder {
  id: number | string
  deletedAt?: string | null
}

/** Its title, for those who may read it. */
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
      // An import, which nobody is signed in for, names what it met.
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
