'use client'

import { useDocumentInfo } from '@payloadcms/ui'
import { HeldChanges } from './HeldChanges.tsx'

/** Merges what other users save into this form, once its document exists. */
export function MergedForm() {
  const { collectionSlug, globalSlug, id, isInitializing } = useDocumentInfo()
  // `null` stands for one of many uploads.
  const isStored = globalSlug !== undefined || (id !== undefined && id !== null)
  return isStored && !isInitializing ? <HeldChanges key={`${collectionSlug ?? globalSlug} ${id}`} /> : null
}
