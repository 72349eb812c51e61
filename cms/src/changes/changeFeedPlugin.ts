import type { CollectionConfig, GlobalConfig, Plugin } from 'payload'
import { addHooks } from '../collections/addHooks.ts'
import { factsOf } from '../collections/defineCollection.ts'
import { changesEndpoint } from './changesEndpoint.ts'
import { Feed } from './Feed.ts'
import * as hooks from './hooks.ts'
import { SiteInstances } from './SiteInstances.ts'
import { withSequenceAssigner } from './withSequenceAssigner.ts'

/** Records every change that readers can see in the change feed. See docs/how-it-stays-live.md. */
export const changeFeedPlugin: Plugin = config => ({
  ...config,
  db: withSequenceAssigner(config.db),
  collections: [
    ...(config.collections ?? []).map(collection =>
      factsOf(collection).readers ? withChangeHooks(collection) : collection,
    ),
    Feed,
    SiteInstances,
  ],
  globals: config.globals?.map(withGlobalChangeHooks),
  endpoints: [...config.endpoints ?? [], changesEndpoint],
})

function withChangeHooks(collection: CollectionConfig): CollectionConfig {
  return addHooks(collection, {
    last: {
      beforeChange: [hooks.beforeChange],
      afterChange: [hooks.afterChange],
      beforeDelete: [hooks.beforeDelete],
      afterDelete: [hooks.afterDelete],
    },
  })
}

function withGlobalChangeHooks(global: GlobalConfig): GlobalConfig {
  return {
    ...global,
    hooks: {
      ...global.hooks,
      beforeChange: [...global.hooks?.beforeChange ?? [], hooks.beforeGlobalChange],
      afterChange: [...global.hooks?.afterChange ?? [], hooks.afterGlobalChange],
    },
  }
}
