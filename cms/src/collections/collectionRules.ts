import type { CollectionConfig, Endpoint, Field, Plugin } from 'payload'
import type { Hooks } from './addHooks.ts'
import { hasPages } from '@masthead/shared/paths'
import { captureOldPath, redirectOldAddress } from '../addresses/redirectOldAddress.ts'
import { releaseSlug } from '../addresses/slug.ts'
import { preserveAnchors } from '../sections/preserveAnchors.ts'
import { describeBulkErrors } from '../server/describeBulkErrors.ts'
import { forbidRelationQueries } from '../server/query/forbidRelationQueries.ts'
import { references } from '../usage/references.ts'
import { refuseDeleteWhileUsed, refuseTrashWhileUsed } from '../usage/refuseWhileUsed.ts'
import { targetsOf } from '../usage/targetsOf.ts'
import { usages } from '../usage/usages.ts'
import { usedInEndpoint } from '../usage/usedInEndpoint.ts'
import { addHooks } from './addHooks.ts'

/** Adds the rules that follow from its fields to each collection with routes, in the one order in which they work. */
export const collectionRules: Plugin = (config) => {
  const { collections = [], globals = [] } = config
  const used = new Set([...collections, ...globals].flatMap(({ fields }) => [...targetsOf(fields)]))
  return {
    ...config,
    collections: collections.map(collection =>
      collection.endpoints === false ? collection : withRules(collection, used),
    ),
  }
}

function withRules(collection: CollectionConfig, used: Set<string>): CollectionConfig {
  return rulesOf(collection, used).reduce((collection, { endpoints = [], fields = [], first, last }) =>
    addHooks({
      ...collection,
      endpoints: [...collection.endpoints || [], ...endpoints],
      fields: [...collection.fields, ...fields],
    }, { first, last }), collection)
}

interface Rule {
  endpoints?: Endpoint[]
  fields?: Field[]
  /** Hooks that run before those of the collection. */
  first?: Hooks
  /** Hooks that run after those of the collection, and of the rules before this one. */
  last?: Hooks
}

function rulesOf({ fields, slug }: CollectionConfig, used: Set<string>): Rule[] {
  const refers = [...targetsOf(fields)].some(target => !ACCOUNTS.has(target))
  const isUsed = used.has(slug) && !ACCOUNTS.has(slug)
  return [
    { first: { beforeOperation: [forbidRelationQueries], afterOperation: [describeBulkErrors] } },
    ...refers ? [{ fields: [references] }] : [],
    ...isUsed
      ? [{
          fields: [usages],
          endpoints: [usedInEndpoint],
          last: { beforeChange: [refuseTrashWhileUsed], beforeDelete: [refuseDeleteWhileUsed] },
        }]
      : [],
    ...hasField(fields, 'sections') ? [{ last: { beforeChange: [preserveAnchors] } }] : [],
    ...hasField(fields, 'slug') ? [{ last: { afterError: [releaseSlug] } }] : [],
    ...hasPages(slug) ? [{ last: { beforeChange: [captureOldPath], afterChange: [redirectOldAddress] } }] : [],
  ]
}

/** The field for a document's owner is not a use of the user. */
const ACCOUNTS = new Set(['users'])

/** Whether a field stands at the root of the documents. Rows and unnamed tabs only lay fields out. */
function hasField(fields: Field[], name: string): boolean {
  return fields.some((field) => {
    if ('name' in field && field.name !== undefined)
      return field.name === name
    if (field.type === 'tabs') {
      return field.tabs.some(tab =>
        'name' in tab && tab.name !== undefined ? tab.name === name : hasField(tab.fields, name),
      )
    }
    return 'fields' in field && hasField(field.fields, name)
  })
}
