import type { CollectionBeforeOperationHook } from 'payload'
import { saysStatus, writeOf } from './Write.ts'

/** A new document is a draft unless the request says otherwise: a duplicate would take over the status of its original. */
export const createAsDraft: CollectionBeforeOperationHook = ({ args, operation }) => {
  const write = writeOf(args)
  return operation === 'create' && !saysStatus(write) ? { ...args, data: { ...write.data, _status: 'draft' } } : args
}
