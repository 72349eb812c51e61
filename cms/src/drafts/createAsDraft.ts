import type { CollectionBeforeOperationHook } from 'payload'
import { saysStatus, writeOf } from './Write.ts'

/**
 * Creates a document as a draft unless the request sets a status: a duplicate would take over its original's status.
 */
export const createAsDraft: CollectionBeforeOperationHook = ({ args, operation }) => {
  const write = writeOf(args)
  return operation === 'create' && !saysStatus(write) ? { ...args, data: { ...write.data, _status: 'draft' } } : args
}
