import type { CollectionBeforeOperationHook, Plugin } from 'payload'
import { APIError } from 'payload'
import { validOperatorSet } from 'payload/shared'
import { addHooks } from '../../collections/addHooks.ts'

/**
 * Refuses a bulk update or delete over REST without a complete filter. Payload ignores the parts of a filter that it
 * cannot read: `DELETE /api/posts?where=5` and `?where[title]=Words` would delete every article.
 */
export const requireBulkFilter: Plugin = config => ({
  ...config,
  collections: config.collections?.map(collection => addHooks(collection, { first: { beforeOperation: [refuse] } })),
})

const refuse: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  const isOfMany = (operation === 'update' || operation === 'delete') && !('id' in args)
  if (isOfMany && req.payloadAPI === 'REST' && !isFilter((args as { where?: unknown }).where)) {
    throw new APIError(
      '“where” has to be a filter that says which documents: where[title][equals]=Words, or the same in JSON. All of them: where[updatedAt][exists]=true.',
      400,
      null,
      true,
    )
  }
}

/** Whether Payload reads every part of a filter. */
function isFilter(where: unknown): boolean {
  return isObject(where) && Object.keys(where).length > 0
    && Object.entries(where).every(([key, value]) =>
      /^(?:and|or)$/i.test(key)
        ? typeof value === 'object' && value !== null && Object.keys(value).length > 0
        && Object.values(value).every(isFilter)
        : isObject(value) && Object.keys(value).length > 0
          && Object.keys(value).every(operator => validOperatorSet.has(operator as never)),
    )
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
