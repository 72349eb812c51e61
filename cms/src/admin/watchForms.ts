import type { CollectionConfig, GlobalConfig, Plugin } from 'payload'

/** Adds the form guards to the form of every collection and global, so that one added later has them too. */
export const watchForms: Plugin = config => ({
  ...config,
  collections: config.collections?.map(watchCollection),
  globals: config.globals?.map(watchGlobal),
})

const WATCH = '/admin/forms/FormWatch.tsx#FormWatch'

function watchCollection({ admin, ...collection }: CollectionConfig): CollectionConfig {
  const { components } = admin ?? {}
  const { edit } = components ?? {}
  return {
    ...collection,
    admin: {
      ...admin,
      components: {
        ...components,
        edit: { ...edit, beforeDocumentControls: [...edit?.beforeDocumentControls ?? [], WATCH] },
      },
    },
  }
}

function watchGlobal({ admin, ...global }: GlobalConfig): GlobalConfig {
  const { components } = admin ?? {}
  const { elements } = components ?? {}
  return {
    ...global,
    admin: {
      ...admin,
      components: {
        ...components,
        elements: { ...elements, beforeDocumentControls: [...elements?.beforeDocumentControls ?? [], WATCH] },
      },
    },
  }
}
