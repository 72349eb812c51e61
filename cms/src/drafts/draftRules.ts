import type { CollectionConfig, Plugin } from 'payload'
import { addHooks } from '../collections/addHooks.ts'
import { createAsDraft } from './createAsDraft.ts'
import { limitDraftReads } from './limitDraftReads.ts'
import { limitToDrafts } from './limitToDrafts.ts'
import { requireStatus } from './requireStatus.ts'
import { requireRestoreAsDraft, restoreAsDraft, restoreVersionEndpoint } from './restoreVersion.ts'
import { trashWholeDocument } from './trashWholeDocument.ts'
import { discardDraftEndpoint } from './versions/discardDraft.ts'
import { keepVersionEndpoint, nameVersionEndpoint } from './versions/keepVersion.ts'
import { noteUnpublish, stampVersion } from './versions/stampVersion.ts'
import { versionFields } from './versions/versionFields.ts'
import { withVersionRules } from './versions/withVersionRules.ts'

/**
 * Adds the rules of drafts to every collection that has them: no operation changes what readers see unless the request
 * says “published” or “draft”, or moves the document to the trash.
 *
 * @throws {Error} for a global with drafts, because these rules do not cover globals yet
 */
export const draftRules: Plugin = (config) => {
  const global = config.globals?.find(({ versions }) => versions)
  if (global) {
    throw new Error(
      `The global “${global.slug}” has versions. Restoring one would change what readers see: extend draftRules to globals first.`,
    )
  }
  return {
    ...config,
    db: withVersionRules(config.db),
    collections: config.collections?.map(collection => hasDrafts(collection) ? withRules(collection) : collection),
  }
}

function hasDrafts({ versions }: CollectionConfig): boolean {
  return typeof versions === 'object' && Boolean(versions.drafts)
}

function withRules(collection: CollectionConfig): CollectionConfig {
  const { admin, endpoints } = collection
  const { edit, views } = admin?.components ?? {}
  return addHooks({
    ...collection,
    admin: {
      ...admin,
      components: {
        ...admin?.components,
        edit: {
          ...edit,
          editMenuItems: [DISCARD_DRAFT, ...edit?.editMenuItems ?? []],
          SaveDraftButton: KEEP_VERSION,
          Status: DRAFT_STATUS,
        },
        views: {
          ...views,
          edit: Object.assign({}, views?.edit, {
            version: { Component: VERSION_VIEW },
            versions: { Component: VERSIONS_VIEW },
          }),
        },
      },
    },
    // Before Payload's own endpoint at the same path.
    endpoints: [...versionEndpoints, ...endpoints || []],
    fields: [...collection.fields, ...versionFields],
  }, {
    first: { beforeValidate: [restoreAsDraft] },
    // After the rules about filters: some of these look documents up by the filter of the request.
    last: {
      beforeOperation: [
        trashWholeDocument,
        limitToDrafts,
        limitDraftReads,
        requireStatus,
        createAsDraft,
        requireRestoreAsDraft,
        noteUnpublish,
      ],
      beforeChange: [stampVersion],
    },
  })
}

const versionEndpoints = [restoreVersionEndpoint, nameVersionEndpoint, keepVersionEndpoint, discardDraftEndpoint]

const DISCARD_DRAFT = '/admin/versions/DiscardDraft.tsx#DiscardDraft'

const DRAFT_STATUS = '/admin/versions/DraftStatus.tsx#DraftStatus'

const KEEP_VERSION = '/admin/versions/KeepVersion.tsx#KeepVersion'

const VERSION_VIEW = '/admin/VersionView.tsx#VersionView'

const VERSIONS_VIEW = '/admin/versions/VersionsView.tsx#VersionsView'
