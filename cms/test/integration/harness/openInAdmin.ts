import type { Session } from './Session.ts'
import { readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { cmsServer } from '../../../../tools/src/build.ts'

/** Asks for the state of a document's form, as the admin does when somebody begins to change it. */
export async function openInAdmin(session: Session, collection: string, id: string): Promise<void> {
  const args = {
    collectionSlug: collection,
    id,
    schemaPath: collection,
    operation: 'update',
    data: { id },
    docPermissions: { fields: true },
    docPreferences: { fields: {} },
  }
  const { status, text } = await session.send('POST', `/admin/collections/${collection}/${id}`, {
    body: JSON.stringify([{ name: 'form-state', args }]),
    headers: { 'next-action': serverFunction(), 'content-type': 'text/plain;charset=UTF-8' },
  })
  if (status >= 300)
    throw new Error(`The form of ${collection}/${id} answered ${status}: ${text}`)
}

/** The id of the function through which the admin calls the server. */
function serverFunction(): string {
  const manifest = readFileSync(join(dirname(cmsServer), '.next/server/server-reference-manifest.json'), 'utf8')
  const { node } = JSON.parse(manifest) as { node: Record<string, { filename: string }> }
  return Object.keys(node).find(id => node[id]!.filename.endsWith('src/app/(payload)/layout.tsx'))!
}
