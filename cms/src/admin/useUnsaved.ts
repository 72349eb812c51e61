import { useDocumentInfo, useForm, useFormBackgroundProcessing, useFormModified, useFormProcessing } from '@payloadcms/ui'
import { useEffect, useState } from 'react'

/**
 * Whether the form holds what the server does not, and whether saving it has failed. Autosave tries once after each
 * change, and not again when the server could not be reached: what stays unsaved is saved from here.
 */
export function useUnsaved(): Unsaved {
  // The patched form counts as modified from the first key on, also where an editor hands it the words later.
  const isUnsaved = useFormModified()
  return { isUnsaved, isFailing: useRetries(isUnsaved) > 0 && isUnsaved }
}

interface Unsaved {
  isUnsaved: boolean
  isFailing: boolean
}

/** How long autosave is given, and the longest wait between two tries. */
const RETRY_DELAY_MS = 3000
const MAX_RETRY_DELAY_MS = 30_000

/** Saves what stays unsaved, as it does while somebody types without a pause. Returns how many tries in a row have failed. */
function useRetries(isUnsaved: boolean): number {
  const { submit } = useForm()
  const { collectionSlug, id } = useDocumentInfo()
  const isSaving = [useFormBackgroundProcessing(), useFormProcessing()].includes(true)
  const [{ tries, failures }, setCounts] = useState(NO_TRIES)

  useEffect(() => {
    if (!isUnsaved || isSaving || !collectionSlug || !id)
      return
    const timer = window.setTimeout(async () => {
      // As autosave itself does it.
      const answer = await submit({
        acceptValues: { overrideLocalChanges: false },
        action: `/api/${collectionSlug}/${id}?autosave=true&draft=true&depth=0&fallback-locale=null`,
        context: { getDocPermissions: false, incrementVersionCount: false },
        disableFormWhileProcessing: false,
        disableSuccessStatus: true,
        method: 'PATCH',
        overrides: { _status: 'draft' },
        skipValidation: true,
      })
      setCounts(({ tries, failures }) => ({ tries: tries + 1, failures: answer && answer.res.ok ? 0 : failures + 1 }))
    }, Math.min(RETRY_DELAY_MS * 1.5 ** failures, MAX_RETRY_DELAY_MS))
    return () => window.clearTimeout(timer)
  }, [isUnsaved, isSaving, tries, failures, submit, collectionSlug, id])

  useEffect(() => {
    if (!isUnsaved)
      setCounts(NO_TRIES)
  }, [isUnsaved])

  return failures
}

const NO_TRIES = { tries: 0, failures: 0 }
