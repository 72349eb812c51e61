import { useDocumentInfo, useForm } from '@payloadcms/ui'
import { useCallback } from 'react'
import { autosaveOptions } from './autosaveOptions.ts'

/** Returns a function that saves the form as autosave does, and says whether the server has accepted it. */
export function useSaveDraft(): () => Promise<boolean> {
  const { submit } = useForm()
  const { collectionSlug, id } = useDocumentInfo()
  return useCallback(async () => {
    if (!collectionSlug || !id)
      return false
    const answer = await submit(autosaveOptions(collectionSlug, id))
    return Boolean(answer && answer.res.ok)
  }, [submit, collectionSlug, id])
}
