import type { Role } from '@masthead/shared/roles'
import type { Access, CollectionConfig, FieldAccess, PayloadRequest, Where } from 'payload'

/**
 * Every access rule of the CMS. docs/roles.md shows their effect, and the integration tests hold the two together.
 * A rule returns a query where it can, so that a document outside a role's reach does not exist for that role.
 */

export const everyone: Access = () => true

export const noOne: Access = () => false

/** Everyone can read documents that are not in the trash. */
export const publicUnlessTrashed: Access = ({ req }) => Boolean(req.user) || NOT_TRASHED

export const staff: Access = ({ req }) => Boolean(req.user)

export const administrators: Access = ({ req }) => hasRole(req, 'admin')

const editors: Access = ({ req }) => hasRole(req, 'admin', 'editor')

export const editorsAndMarketers: Access = ({ req }) => hasRole(req, 'admin', 'editor', 'marketer')

const authorsOfDrafts: Access = ({ req }) => hasRole(req, 'admin', 'editor', 'writer')

/** Everyone can read published documents. Writers also read the documents that they own, editors read all. */
const publishedOrOwn: Access = ({ req }) => {
  if (hasRole(req, 'admin', 'editor'))
    return true
  const published: Where = { and: [{ _status: { equals: 'published' } }, NOT_TRASHED] }
  return hasRole(req, 'writer') ? { or: [published, { owner: { equals: req.user!.id } }] } : published
}

/** Everyone can read published documents. Marketers and editors also read drafts. */
const publishedOrMarketing: Access = ({ req }) =>
  hasRole(req, 'admin', 'editor', 'marketer') || { and: [{ _status: { equals: 'published' } }, NOT_TRASHED] }

/** Versions hold drafts: a writer reads the versions of their own documents. */
const ownVersions: Access = ({ req }) => {
  if (hasRole(req, 'admin', 'editor'))
    return true
  return hasRole(req, 'writer') && { 'version.owner': { equals: req.user!.id } }
}

/**
 * Writers can change the documents that they own, editors all. The hook `writersSaveDrafts` keeps writers from
 * publishing.
 */
const ownOrEditor: Access = ({ req, data }) => {
  if (hasRole(req, 'admin', 'editor'))
    return true
  // To decide whether to show the button “Publish”, the admin sends the status that it would set.
  if (data?._status === 'published')
    return false
  return hasRole(req, 'writer') && { owner: { equals: req.user!.id } }
}

/** A writer can delete a document that they own and that is not published. */
const ownUnpublishedOrEditor: Access = ({ req }) => {
  if (hasRole(req, 'admin', 'editor'))
    return true
  return hasRole(req, 'writer') && { owner: { equals: req.user!.id }, _status: { equals: 'draft' } }
}

/** Users can edit their own uploads; editors can edit all. */
export const ownUploadOrEditor: Access = ({ req }) => {
  if (hasRole(req, 'admin', 'editor'))
    return true
  return Boolean(req.user) && { owner: { equals: req.user!.id } }
}

export const selfOrAdministrator: Access = ({ req }) =>
  hasRole(req, 'admin') || (Boolean(req.user) && { id: { equals: req.user!.id } })

export const onlyStaff: FieldAccess = ({ req }) => Boolean(req.user)

export const onlyAdministrators: FieldAccess = ({ req }) => hasRole(req, 'admin')

export const onlySelfOrAdministrators: FieldAccess = ({ req, doc, id }) =>
  hasRole(req, 'admin') || (Boolean(req.user) && req.user!.id === (doc?.id ?? id))

export const systemManaged: FieldAccess = () => false

/** Articles and their parts: writers write drafts of their own, editors edit all. */
export const writersWork = {
  read: publishedOrOwn,
  readVersions: ownVersions,
  create: authorsOfDrafts,
  update: ownOrEditor,
  delete: ownUnpublishedOrEditor,
  unlock: editors,
} satisfies CollectionConfig['access']

/** Marketers and editors edit these. */
export const marketersWork = {
  read: publishedOrMarketing,
  readVersions: editorsAndMarketers,
  create: editorsAndMarketers,
  update: editorsAndMarketers,
  delete: editorsAndMarketers,
} satisfies CollectionConfig['access']

/** Readers see these as saved: there are no drafts. */
export const editorsWork = {
  read: publicUnlessTrashed,
  create: editors,
  update: editors,
  delete: editors,
} satisfies CollectionConfig['access']

/** `trash=true` in a query must not show documents in the trash to visitors. */
const NOT_TRASHED: Where = { deletedAt: { exists: false } }

export function hasRole(req: PayloadRequest, ...roles: Role[]): boolean {
  return req.user != null && roles.includes(req.user.role)
}
