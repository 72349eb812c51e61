import type { Payload, PayloadRequest } from 'payload'

/**
 * The import’s memory of a document. On the next import it shows whether the file has changed since, and whether
 * a user has changed the document in the admin.
 */
export interface Remembered {
  /** The slug of the article that brought it. */
  article: string
  /** The digest of what the file asked for. */
  file: string
  /** The digest of what was stored. */
  stored: string
}

export async function recall(payload: Payload, collection: string, id: string): Promise<Remembered | null> {
  return payload.kv.get<Remembered>(keyFor(collection, id))
}

export async function remember(
  req: PayloadRequest,
  collection: string,
  id: string,
  remembered: Remembered,
): Promise<void> {
  await set(req, keyFor(collection, id), remembered)
}

/** Returns the id of the picture that was made of these bytes, even if its focal point has moved since. */
export async function recallPicture(payload: Payload, sha256: string): Promise<string | null> {
  return payload.kv.get<string>(`import/picture/${sha256}`)
}

export async function rememberPicture(req: PayloadRequest, sha256: string, id: string): Promise<void> {
  await set(req, `import/picture/${sha256}`, id)
}

function keyFor(collection: string, id: string): string {
  return `import/${collection}/${id}`
}

/** Does what `payload.kv.set` does, in the transaction of the request. */
async function set(req: PayloadRequest, key: string, data: unknown): Promise<void> {
  await req.payload.db.upsert({ collection: 'payload-kv', data: { key, data }, where: { key: { equals: key } }, req })
}
