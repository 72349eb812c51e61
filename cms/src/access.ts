import type { Role } from '@masthead/shared/roles'
import type { Access, CollectionConfig, FieldAccess, PayloadRequest, Where } from 'payload'

/**
 * Every access rule of the CMS. docs/roles.md shows what they amount to; the integration tests hold the two together.
 * A rule returns a query where it can, so that what a role may not see does not exist for it.
 */

export const everyone: Access = () => true

export const noOne: Access = () => false

/** What is not in the trash is for everyone. */
export const publicUnlessTrashed: Access = ({ req }) => Boolean(req.user) || NOT_TRASHED

export const staff: Access = ({ req }) => Boolean(req.user)

export const administrators: Access = ({ req }) => hasRole(req, 'admin')

const editors: Access = ({ req }) => hasRole(req, 'admin', 'editor')

export const editorsAndMarketers: Access = ({ req }) => hasRole(req, 'admin', 'editor', 'marketer')

const authorsOfDrafts: Access = ({ req }) => hasRole(req, 'admin', 'editor', 'writer')

/** What has been published is for everyone; writers also see what they own, editors everything. */
const publishedOrOwn: Access = ({ req }) => {
  if (hasRole(req, 'admin', 'editor'))
    return true
  const published: Where = { and: [{ _status: { equals: 'published' } }, NOT_TRASHED] }
  return hasRole(req, 'writer') ? { or: [published, { owner: { equals: req.user!.id } }] } : published
}

/** What has been published is for everyone; those who look after it also see their drafts. */
const publishedOrMarketing: Access = ({ req }) =>
  hasRole(req, 'admin', 'editor', 'marketer') || { and: [{ _status: { equals: 'published' } }, NOT_TRASHED] }

/** Versions hold drafts: a writer sees those of their own documents. */
const ownVersions: Access = ({ req }) => {
  if (hasRole(req, 'admin', 'editor'))
    return true
  return hasRole(req, 'writer') && { 'version.owner': { equals: req.user!.id } }
}

/** Writers change what they own, editors everything. Publishing is held back by the hook `writersSaveDrafts`. */
const ownOrEditor: Access = ({ req, data }) => {
  if (hasRole(req, 'admin', 'editor'))
    return true
  // The admin asks with the status it would set whether to show the button "Publish".
  if (data?._status === 'published')
    return false
  return hasRole(req, 'writer') && { owner: { equals: req.user!.id } }
}

/** A writer may throw away what they own and nobody has published. */
const ownUnpublishedOrEditor: Access = ({ req }) => {
  if (hasRole(req, 'admin', 'editor'))
    return true
  return hasRole(req, 'writer') && { owner: { equals: req.user!.id }, _status: { equals: 'draft' } }
}

/** Uploads belong to whoever brought them; editors look after all. */
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

/** Articles and what they are made of: writers write drafts of their own, editors look after all. */
export const writersWork = {
  read: publishedOrOwn,
  readVersions: ownVersions,
  create: authorsOfDrafts,
  update: ownOrEditor,
  delete: ownUnpublishedOrEditor,
  unlock: editors,
} satisfies CollectionConfig['access']

/** What marketing looks after, editors do too. */
export const marketersWork = {
  read: publishedOrMarketing,
  readVersions: editorsAndMarketers,
  create: editorsAndMarketers,
  update: editorsAndMarketers,
  delete: editorsAndMarketers,
} satisfies CollectionConfig['access']

/** Public as it is, without drafts. */
export const editorsWork = { read: publicUnlessTrashed, create: editors, update: editors, delete: editors } satisfies CollectionConfig['access']

/** `trash=true` in a query must not bring back what was thrown away. */
const NOT_TRASHED: Where = { deletedAt: { exists: false } }

export function hasRole(req: PayloadRequest, ...roles: Role[]): boolean {
  return req.user != null && roles.includes(req.user.role)
}
