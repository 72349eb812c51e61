import type { CollectionConfig, GlobalConfig, Plugin } from 'payload'
import { addHooks } from '../collections/addHooks.ts'
import { factsOf } from '../collections/defineCollection.ts'
import { changesEndpoint } from './changesEndpoint.ts'
import { Feed } from './Feed.ts'
import * as hooks from './hooks.ts'
import { Webs } from './Webs.ts'
import { withNumbering } from './withNumbering.ts'

/** Notes each change that readers can see in the change feed. See docs/how-it-stays-live.md. */
export const noteChanges: Plugin = config => ({
  ...config,
  db: withNumbering(config.db),
  collections: [...(config.collections ?? []).map(collection => factsOf(collection).readers ? noted(collection) : collection), Feed, Webs],
  globals: config.globals?.map(notedGlobal),
  endpoints: [...config.endpoints ?? [], changesEndpoint],
})

function noted(collection: CollectionConfig): CollectionConfig {
  return addHooks(collection, {
    last: {
      beforeChange: [hooks.beforeChange],
      afterChange: [hooks.afterChange],
      beforeDelete: [hooks.beforeDelete],
      afterDelete: [hooks.afterDelete],
    },
  })
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
