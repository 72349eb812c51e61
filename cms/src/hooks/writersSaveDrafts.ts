import type { CollectionBeforeOperationHook } from 'payload'
import { APIError } from 'payload'
import { is } from '../access.ts'

/**
 * Publishing and unpublishing are for editors. An update that does not say `draft=true` publishes, whatever else it
 * says, so a writer's must say it.
 *
 * @see https://github.com/payloadcms/payload/issues/13267
 */
export const writersSaveDrafts: CollectionBeforeOperationHook = ({ args, operation, req }) => {
  if (!is(req, 'writer') || !CHANGES.has(operation))
    return
  const { data, draft } = args as { data?: { _status?: string }, draft?: boolean }
  const isTrashing = data && Object.keys(data).every(key => key === 'deletedAt')
  if (!isTrashing && (!draft || data?._status === 'published'))
    throw new APIError('Writers save drafts (?draft=true). Ask an editor to publish: tick “Ready for review”.', 403, null, true)
}

const CHANGES = new Set(['create', 'update', 'updateByID', 'restoreVersion'])
