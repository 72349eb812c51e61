import type { Cms } from '../harness/cms.ts'
import { SECRET } from './seedSecrets.ts'

export interface DocumentId {
  collection: string
  id: string
}

/** Returns four versions of each collection that hold the secret. */
export async function versionsOfSecrets(cms: Cms): Promise<DocumentId[]> {
  const admin = await cms.as('admin')
  const found = await Promise.all(COLLECTIONS.map(async (collection) => {
    const query = { limit: 4, depth: 0, where: { 'version.title': { equals: SECRET } } }
    const { body } = await admin.send<{ docs: { id: string }[] }>('GET', `/api/${collection}/versions`, { query })
    return body.docs.map(({ id }) => ({ collection, id }))
  }))
  return found.flat()
}

const COLLECTIONS = ['posts', 'comparison-tables', 'takeaway-cards', 'services', 'pages'] as const
