import type { CollectionAfterDeleteHook, CollectionConfig, GlobalConfig, Plugin } from 'payload'
import { tagOf } from '@masthead/shared/tags'
import { addHooks } from '../../collections/addHooks.ts'
import { HeldChanges } from './HeldChanges.ts'
import { globalHeldChangesEndpoints, heldChangesEndpoints } from './heldChangesEndpoints.ts'
import { forgetHeldChanges } from './heldChangeStore.ts'
import { mergeGlobalSave, mergeSave } from './mergeSave.ts'
import { refuseStaleWrite } from './refuseStaleWrite.ts'

/** Merges the saves of several users into one document, for every collection with routes and every global. */
export const mergeSaves: Plugin = config => ({
  ...config,
  collections: [
    ...(config.collections ?? []).map(collection =>
      collection.endpoints === false ? collection : withMerge(collection),
    ),
    HeldChanges,
  ],
  globals: config.globals?.map(withGlobalMerge),
})

function withMerge(collection: CollectionConfig): CollectionConfig {
  const { admin } = collection
  const { components } = admin ?? {}
  return addHooks({
    ...collection,
    admin: {
      ...admin,
      components: { ...components, beforeListTable: [...components?.beforeListTable ?? [], LIST_TIME] },
    },
    endpoints: [...collection.endpoints || [], ...heldChangesEndpoints],
  }, {
    // Other rules judge the merged data, and read the document after it is locked.
    first: { beforeOperation: [mergeSave], beforeChange: [refuseStaleWrite] },
    last: { afterDelete: [endHeldChanges] },
  })
}

function withGlobalMerge(global: GlobalConfig): GlobalConfig {
  return {
    ...global,
    endpoints: [...global.endpoints || [], ...globalHeldChangesEndpoints(global.slug)],
    hooks: { ...global.hooks, beforeOperation: [mergeGlobalSave, ...global.hooks?.beforeOperation ?? []] },
  }
}

const LIST_TIME = '/admin/merge/ListTime.tsx#ListTime'

const endHeldChanges: CollectionAfterDeleteHook = async ({ collection: { slug }, id, req }) =>
  forgetHeldChanges(req, tagOf(slug, String(id)), slug === 'users' ? String(id) : undefined)
