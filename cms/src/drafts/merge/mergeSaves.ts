import type { CollectionAfterDeleteHook, CollectionConfig, GlobalConfig, Plugin } from 'payload'
import { tagOf } from '@masthead/shared/tags'
import { addHooks } from '../../collections/addHooks.ts'
import { HeldChanges } from './HeldChanges.ts'
import { globalHeldChangesEndpoints, heldChangesEndpoints } from './heldChangesEndpoints.ts'
import { deleteAllHeldChanges } from './heldChangeStore.ts'
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
  return addHooks({
    ...collection,
    endpoints: [...collection.endpoints || [], ...heldChangesEndpoints],
  }, {
    // Other rules judge the merged data, and read the document after it is locked.
    first: { beforeOperation: [mergeSave], beforeChange: [refuseStaleWrite] },
    last: { afterDelete: [forgetHeldChanges] },
  })
}

function withGlobalMerge(global: GlobalConfig): GlobalConfig {
  return {
    ...global,
    endpoints: [...global.endpoints || [], ...globalHeldChangesEndpoints(global.slug)],
    hooks: { ...global.hooks, beforeOperation: [mergeGlobalSave, ...global.hooks?.beforeOperation ?? []] },
  }
}

const forgetHeldChanges: CollectionAfterDeleteHook = async ({ collection, id, req }) =>
  deleteAllHeldChanges(req, tagOf(collection.slug, String(id)))
