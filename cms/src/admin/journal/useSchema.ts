import type { Schema } from './fieldAt.ts'
import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useCallback } from 'react'

/** Returns a function that builds the schema of this form's document from its rows. */
export function useSchema(): (rows: Schema['rows']) => Schema {
  const { docConfig } = useDocumentInfo()
  const { config: { blocksMap } } = useConfig()
  return useCallback(rows => ({ fields: docConfig?.fields ?? [], blocks: blocksMap, rows }), [docConfig, blocksMap])
}
