import type { CollectionConfig, GlobalConfig, GlobalSlug, Plugin } from 'payload'
import { collectionPresenceEndpoints, globalPresenceEndpoints } from './presenceEndpoints.ts'

/** Shows in the form of every document and global who else has it open, and in every list which documents are open. */
export const presencePlugin: Plugin = config => ({
  ...config,
  collections: config.collections?.map(collection =>
    collection.endpoints === false ? collection : withPresence(collection),
  ),
  globals: config.globals?.map(globalWithPresence),
})

const FORM = '/admin/presence/FormPresence.tsx#FormPresence'
const LIST = '/admin/presence/ListPresence.tsx#ListPresence'

function withPresence({ admin, endpoints, ...collection }: CollectionConfig): CollectionConfig {
  const { components } = admin ?? {}
  const { edit } = components ?? {}
  return {
    ...collection,
    endpoints: [...endpoints || [], ...collectionPresenceEndpoints],
    admin: {
      ...admin,
      components: {
        ...components,
        beforeListTable: [...components?.beforeListTable ?? [], LIST],
        edit: { ...edit, beforeDocumentControls: [FORM, ...edit?.beforeDocumentControls ?? []] },
      },
    },
  }
}

function globalWithPresence({ admin, endpoints, ...global }: GlobalConfig): GlobalConfig {
  const { components } = admin ?? {}
  const { elements } = components ?? {}
  return {
    ...global,
    endpoints: [...endpoints || [], ...globalPresenceEndpoints(global.slug as GlobalSlug)],
    admin: {
      ...admin,
      components: {
        ...components,
        elements: { ...elements, beforeDocumentControls: [FORM, ...elements?.beforeDocumentControls ?? []] },
      },
    },
  }
}
