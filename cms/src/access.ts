import type { Role } from '@masthead/shared/roles'
import type { Access, CollectionConfig, FieldAccess, PayloadRequest, Where } from 'payload'

/**
 * Every access rule of the CMS. docs/roles.md shows what they amount to; the integration tests hold the two together.
 * A rule returns a query where it can, so that what a role may not see does not exist for it.
 */

export const everybody: Access = () => true

export const nobody: Access = () => false

/** What is not in the trash is for everyone. */
export const anyone: Access = ({ req }) => Boolean(req.user) || PRESENT

export const staff: Access = ({ req }) => Boolean(req.user)

export const administrators: Access = ({ req }) => is(req, 'admin')

const editors: Access = ({ req }) => is(req, 'admin', 'editor')

export const editorsAndMarketers: Access = ({ req }) => is(req, 'admin', 'editor', 'marketer')

const authorsOfDrafts: Access = ({ req }) => is(req, 'admin', 'editor', 'writer')

/** What has been published is for everyone; writers also see what they own, editors everything. */
const publishedOrOwn: Access = ({ req }) => {
  if (is(req, 'admin', 'editor'))
    return true
  const published: Where = { and: [{ _status: { equals: 'published' } }, PRESENT] }
  return is(req, 'writer') ? { or: [published, { owner: { equals: req.user!.id } }] } : published
}

/** What has been published is for everyone; those who look after it also see their drafts. */
const publishedOrMarketing: Access = ({ req }) =>
  is(req, 'admin', 'editor', 'marketer') || { and: [{ _status: { equals: 'published' } }, PRESENT] }

/** Versions hold drafts: a writer sees those of their own documents. */
const ownVersions: Access = ({ req }) => {
  if (is(req, 'admin', 'editor'))
    return true
  return is(req, 'writer') && { 'version.owner': { equals: req.user!.id } }
}

/** Writers change what they own, editors everything. Publishing is held back by the hook `writersSaveDrafts`. */
const ownOrEditor: Access = ({ req, data }) => {
  if (is(req, 'admin', 'editor'))
    return true
  // The admin asks with the status it would set whether to show the button "Publish".
  if (data?._status === 'published')
    return false
  return is(req, 'writer') && { owner: { equals: req.user!.id } }
}

/** A writer may throw away what they own and nobody has published. */
const ownUnpublishedOrEditor: Access = ({ req }) => {
  if (is(req, 'admin', 'editor'))
    return true
  return is(req, 'writer') && { owner: { equals: req.user!.id }, _status: { equals: 'draft' } }
}

/** Uploads belong to whoever brought them; editors look after all. */
export const ownUploadOrEditor: Access = ({ req }) => {
  if (is(req, 'admin', 'editor'))
    return true
  return Boolean(req.user) && { owner: { equals: req.user!.id } }
}

export const selfOrAdministrator: Access = ({ req }) =>
  is(req, 'admin') || (Boolean(req.user) && { id: { equals: req.user!.id } })

export const onlyStaff: FieldAccess = ({ req }) => Boolean(req.user)

export const onlyAdministrators: FieldAccess = ({ req }) => is(req, 'admin')

export const onlySelfOrAdministrators: FieldAccess = ({ req, doc, id }) =>
  is(req, 'admin') || (Boolean(req.user) && req.user!.id === (doc?.id ?? id))

export const nobodyByHand: FieldAccess = () => false

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
export const editorsWork = { read: anyone, create: editors, update: editors, delete: editors } satisfies CollectionConfig['access']

/** `trash=true` in a query must not bring back what was thrown away. */
const PRESENT: Where = { deletedAt: { exists: false } }

export function is(req: PayloadRequest, ...roles: Role[]): boolean {
  return req.user != null && roles.includes(req.user.role)
}
