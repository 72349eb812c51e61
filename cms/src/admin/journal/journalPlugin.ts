import type { CollectionConfig, GlobalConfig, Plugin, UIField } from 'payload'

/** Adds a journal to every form of the admin, and empties a user's journal when they sign out. */
export const journalPlugin: Plugin = config => ({
  ...config,
  collections: config.collections?.map(collection =>
    collection.admin?.hidden === true ? collection : withJournal(collection),
  ),
  globals: config.globals?.map(withJournal),
  admin: {
    ...config.admin,
    components: {
      ...config.admin?.components,
      providers: [...config.admin?.components?.providers ?? [], '/admin/journal/ForgetAtSignOut.tsx#ForgetAtSignOut'],
    },
  },
})

function withJournal<Config extends CollectionConfig | GlobalConfig>(config: Config): Config {
  return { ...config, fields: [journal, ...config.fields] }
}

/** Stands at the top of the form, and in drawers too: there it shows what can be restored. */
const journal: UIField = {
  name: 'journal',
  type: 'ui',
  admin: {
    disableListColumn: true,
    disableBulkEdit: true,
    components: { Field: '/admin/journal/Journal.tsx#Journal' },
  },
}
