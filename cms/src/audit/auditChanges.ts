import type {
  CollectionAfterChangeHook,
  CollectionBeforeChangeHook,
  CollectionConfig,
  GlobalConfig,
  OptionObject,
  Plugin,
} from 'payload'
import { addHooks } from '../collections/addHooks.ts'
import { factsOf } from '../collections/defineCollection.ts'
import * as accounts from './accountHooks.ts'
import { auditLog } from './auditLog.ts'
import * as content from './contentHooks.ts'
import { countFailures } from './countFailures.ts'
import * as deletes from './deleteHooks.ts'

/** Records users' changes in the audit log. See docs/security-audit.md. */
export const auditChanges: Plugin = config => ({
  ...config,
  collections: [...(config.collections ?? []).map(audited), auditLog(optionsOf(config)) as CollectionConfig],
  globals: config.globals?.map(auditedGlobal),
})

function audited(collection: CollectionConfig): CollectionConfig {
  switch (factsOf(collection).audited) {
    case 'accounts':
      return withHistory(auditedAccounts(withDeletes(collection)))
    case 'content':
      return withHistory(withChanges(withDeletes(collection), content.beforeContentChange, content.afterContentChange))
    case 'deletes':
      return withHistory(withDeletes(collection))
    default:
      return collection
  }
}

function withChanges(
  collection: CollectionConfig,
  before: CollectionBeforeChangeHook,
  after: CollectionAfterChangeHook,
): CollectionConfig {
  return addHooks(collection, { last: { beforeChange: [before], afterChange: [after] } })
}

function withDeletes(collection: CollectionConfig): CollectionConfig {
  return addHooks(collection, { last: { beforeDelete: [deletes.beforeDelete], afterDelete: [deletes.afterDelete] } })
}

function auditedAccounts({ endpoints, ...collection }: CollectionConfig): CollectionConfig {
  const counted = (endpoints || []).map(endpoint =>
    SIGN_IN_PATHS.has(endpoint.path) ? countFailures(endpoint) : endpoint,
  )
  const hooks = {
    beforeOperation: [accounts.beforePasswordReset],
    afterLogin: [accounts.afterLogin],
    afterLogout: [accounts.afterLogout],
  }
  return withChanges(
    addHooks({ ...collection, endpoints: counted }, { last: hooks }),
    accounts.beforeAccountChange,
    accounts.afterAccountChange,
  )
}

const SIGN_IN_PATHS = new Set(['/login', '/passkey-login'])

function withHistory(collection: CollectionConfig): CollectionConfig {
  const { admin } = collection
  const edit = admin?.components?.edit
  return {
    ...collection,
    admin: {
      ...admin,
      components: {
        ...admin?.components,
        edit: { ...edit, editMenuItems: [...edit?.editMenuItems ?? [], HISTORY_MENU_ITEM] },
      },
    },
  }
}

const HISTORY_MENU_ITEM = '/admin/audit/HistoryMenuItem.tsx#HistoryMenuItem'

/** Globals have no document menu, so their link stands elsewhere on the screen. */
const HISTORY_LINK = '/admin/audit/HistoryLink.tsx#HistoryLink'

function auditedGlobal(global: GlobalConfig): GlobalConfig {
  const { admin, hooks } = global
  const elements = admin?.components?.elements
  return {
    ...global,
    hooks: { ...hooks, afterChange: [...hooks?.afterChange ?? [], content.afterGlobalChange] },
    admin: {
      ...admin,
      components: {
        ...admin?.components,
        elements: { ...elements, beforeDocumentControls: [HISTORY_LINK, ...elements?.beforeDocumentControls ?? []] },
      },
    },
  }
}

/** Returns every collection and global that entries may be about, with its name in the admin. */
function optionsOf({ collections = [], globals = [] }: Parameters<Plugin>[0]): OptionObject[] {
  return [
    ...collections.filter(collection => factsOf(collection).audited).map(({ slug, labels }) => ({
      value: slug,
      label: String(labels?.singular ?? slug),
    })),
    ...globals.map(({ slug, label }) => ({ value: slug, label: String(label ?? slug) })),
  ]
}
