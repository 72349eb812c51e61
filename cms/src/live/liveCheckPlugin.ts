import type { CollectionConfig, GlobalConfig, Plugin } from 'payload'
import { factsOf } from '../collections/defineCollection.ts'
import { globalLiveEndpoint, liveEndpoint } from './liveEndpoint.ts'

/** Adds a live check to the screen of every document and global that readers see. */
export const liveCheckPlugin: Plugin = config => ({
  ...config,
  collections: config.collections?.map(collection => factsOf(collection).readers ? proven(collection) : collection),
  globals: config.globals?.map(provenGlobal),
})

const STATUS = '/admin/LiveStatus.tsx#LiveStatus'

function proven(collection: CollectionConfig): CollectionConfig {
  const { admin, endpoints } = collection
  const edit = admin?.components?.edit
  return {
    ...collection,
    endpoints: [...endpoints || [], liveEndpoint],
    admin: {
      ...admin,
      components: {
        ...admin?.components,
        edit: { ...edit, beforeDocumentControls: [STATUS, ...edit?.beforeDocumentControls ?? []] },
      },
    },
  }
}

function provenGlobal(global: GlobalConfig): GlobalConfig {
  const { admin, endpoints } = global
  const elements = admin?.components?.elements
  return {
    ...global,
    endpoints: [...endpoints || [], globalLiveEndpoint(global.slug)],
    admin: {
      ...admin,
      components: {
        ...admin?.components,
        elements: { ...elements, beforeDocumentControls: [STATUS, ...elements?.beforeDocumentControls ?? []] },
      },
    },
  }
}
