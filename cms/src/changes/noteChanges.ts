import type { CollectionConfig, GlobalConfig, Plugin } from 'payload'
import { changesEndpoint } from './changesEndpoint.ts'
import { Feed } from './Feed.ts'
import * as hooks from './hooks.ts'
import { SEEN } from './SEEN.ts'
import { Webs } from './Webs.ts'
import { withNumbering } from './withNumbering.ts'

/** Notes each change that readers can see in the change feed. See docs/how-it-stays-live.md. */
export const noteChanges: Plugin = config => ({
  ...config,
  db: withNumbering(config.db),
  collections: [...(config.collections ?? []).map(collection => SEEN[collection.slug] ? noted(collection) : collection), Feed as CollectionConfig, Webs as CollectionConfig],
  globals: config.globals?.map(notedGlobal),
  endpoints: [...config.endpoints ?? [], changesEndpoint],
})

function noted(collection: CollectionConfig): CollectionConfig {
  return {
    ...collection,
    hooks: {
      ...collection.hooks,
      beforeChange: [...collection.hooks?.beforeChange ?? [], hooks.beforeChange],
      afterChange: [...collection.hooks?.afterChange ?? [], hooks.afterChange],
      beforeDelete: [...collection.hooks?.beforeDelete ?? [], hooks.beforeDelete],
      afterDelete: [...collection.hooks?.afterDelete ?? [], hooks.afterDelete],
    },
  }
}

function notedGlobal(global: GlobalConfig): GlobalConfig {
  return {
    ...global,
    hooks: {
      ...global.hooks,
      beforeChange: [...global.hooks?.beforeChange ?? [], hooks.beforeGlobalChange],
      afterChange: [...global.hooks?.afterChange ?? [], hooks.afterGlobalChange],
    },
  }
}
