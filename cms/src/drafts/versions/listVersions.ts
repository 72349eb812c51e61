import type { PayloadRequest } from 'payload'
import type { DraftSlug } from '../DraftSlug.ts'
import type { ListedVersion } from './ListedVersion.ts'
import type { VersionMarks } from './versionFields.ts'
import { userNames } from '../../users/userNames.ts'

/** Versions of a page of the list. */
const VERSIONS_PER_PAGE = 200

interface Listing {
  versions: ListedVersion[]
  hasOlder: boolean
}

/** Returns the versions of a document that the user may read, newest first, without their contents. */
export async function listVersions(
  req: PayloadRequest,
  collection: DraftSlug,
  parent: string,
  page = 1,
): Promise<Listing> {
  const { docs, hasNextPage } = await req.payload.findVersions({
    collection,
    where: { parent: { equals: parent } },
    sort: '-updatedAt',
    select: {
      latest: true,
      updatedAt: true,
      version: { _status: true, deletedAt: true, editedBy: true, savedAs: true, versionName: true },
    },
    limit: VERSIONS_PER_PAGE,
    page,
    depth: 0,
    trash: true,
    overrideAccess: false,
    req,
  })
  const stored = docs as unknown as Stored[]
  const publicId = await publicVersion(req, collection, parent)
  const editors = stored.flatMap(({ version: { editedBy } }) => editedBy ? [String(editedBy)] : [])
  const names = await userNames(req.payload, editors)
  return {
    versions: stored.map(({ id, latest, updatedAt, version }) => ({
      id: String(id),
      savedAt: updatedAt,
      reason: version.savedAs ?? undefined,
      savedBy: savedBy(version, names),
      name: version.versionName ?? undefined,
      wasPublished: version._status === 'published',
      isTrashed: Boolean(version.deletedAt),
      isPublic: id === publicId,
      isDraft: Boolean(latest) && version._status === 'draft',
    })),
    hasOlder: hasNextPage,
  }
}

interface Stored {
  id: string
  latest?: boolean
  updatedAt: string
  version: VersionMarks & { _status?: string | null, deletedAt?: string | null }
}

/** Returns the version that readers see; undefined if they see none. */
async function publicVersion(req: PayloadRequest, collection: DraftSlug, parent: string): Promise<string | undefined> {
  const { totalDocs } = await req.payload.count({
    collection,
    where: { and: [{ id: { equals: parent } }, { _status: { equals: 'published' } }] },
    overrideAccess: false,
    req,
  })
  if (totalDocs === 0)
    return undefined
  const { docs: [published] } = await req.payload.findVersions({
    collection,
    where: { and: [{ parent: { equals: parent } }, { 'version._status': { equals: 'published' } }] },
    sort: '-updatedAt',
    select: { parent: true },
    limit: 1,
    pagination: false,
    depth: 0,
    overrideAccess: false,
    req,
  })
  return published?.id
}

/** Returns who saved a version. SQLite forgets the id of a user who is deleted, MongoDB does not. */
function savedBy({ editedBy, savedAs }: VersionMarks, names: Map<string, string>): string {
  if (editedBy)
    return names.get(String(editedBy)) ?? 'Deleted user'
  if (savedAs === 'imported')
    return 'An import'
  return savedAs ? 'Deleted user' : 'Not recorded'
}
