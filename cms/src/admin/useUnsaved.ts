import {
  useDocumentInfo,
  useFormBackgroundProcessing,
  useFormModified,
  useFormProcessing,
} from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { useSaveDraft } from './useSaveDraft.ts'

/**
 * Returns whether the form has changes that the server does not have, and whether saving them has failed. Autosave
 * tries once after each change, and not again if the server could not be reached. This hook retries.
 */
export function useUnsaved(): Unsaved {
  // The patched form counts as modified from the first key on, even if an editor hands it the text later.
  const isUnsaved = useFormModified()
  return { isUnsaved, isFailing: useRetries(isUnsaved) > 0 && isUnsaved }
}

interface Unsaved {
  isUnsaved: boolean
  isFailing: boolean
}

/** Milliseconds that autosave has before the first retry. */
const RETRY_DELAY_MS = 3000
const MAX_RETRY_DELAY_MS = 30_000

/**
 * Saves changes that stay unsaved, as happens while a user types without a pause. Returns how many attempts in a row
 * have failed.
 */
function useRetries(isUnsaved: boolean): number {
  const saveDraft = useSaveDraft()
  const { collectionSlug, id } = useDocumentInfo()
  const isSaving = [useFormBackgroundProcessing(), useFormProcessing()].includes(true)
  const [{ tries, failures }, setCounts] = useState(NO_TRIES)

  useEffect(() => {
    if (!isUnsaved || isSaving || !collectionSlug || !id)
      return
    const timer = window.setTimeout(async () => {
      const isSaved = await saveDraft()
      setCounts(({ tries, failures }) => ({ tries: tries + 1, failures: isSaved ? 0 : failures + 1 }))
    }, Math.min(RETRY_DELAY_MS * 1.5 ** failures, MAX_RETRY_DELAY_MS))
    return () => window.clearTimeout(timer)
  }, [isUnsaved, isSaving, tries, failures, saveDraft, collectionSlug, id])

  useEffect(() => {
    if (!isUnsaved)
      setCounts(NO_TRIES)
  }, [isUnsaved])

  return failures
}

const NO_TRIES = { tries: 0, failures: 0 }
