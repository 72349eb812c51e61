'use client'

import { ConfirmationModal, PopupList, toast, useConfig, useDocumentInfo, useForm, useFormModified, useModal } from '@payloadcms/ui'
import { ask, wordsOf } from '../ask.ts'
import { useSaveDraft } from '../useSaveDraft.ts'

/** In the menu of a published document with a pending draft: goes back to what readers see. */
export function DiscardDraft() {
  const document = useDocumentInfo()
  const { id, collectionSlug, hasPublishedDoc, hasSavePermission, isTrashed, unpublishedVersionCount } = document
  const { config: { routes } } = useConfig()
  const { openModal } = useModal()
  const { reset } = useForm()
  const isModified = useFormModified()
  const saveDraft = useSaveDraft()

  async function discard() {
    try {
      // The discarded text stays in the list of versions, the last words of it too.
      if (isModified && !await saveDraft())
        throw new Error('The CMS did not accept the latest text.')
      await ask('POST', `${routes.api}/${collectionSlug}/${id}/discard-draft`)
      await reset(await ask('GET', `${routes.api}/${collectionSlug}/${id}?depth=0&draft=true`))
      document.setUnpublishedVersionCount(0)
      document.setMostRecentVersionIsAutosaved(false)
      document.incrementVersionCount()
      toast.success('Changes discarded. This is what readers see.')
    }
    catch (error) {
      toast.error(`Not discarded. ${wordsOf(error)}`)
    }
  }

  if (!hasPublishedDoc || unpublishedVersionCount === 0 || !hasSavePermission || isTrashed)
    return null
  return (
    <>
      <PopupList.Button id="action-discard-draft" onClick={() => openModal(MODAL)}>Discard changes</PopupList.Button>
      <ConfirmationModal
        modalSlug={MODAL}
        heading="Discard the changes?"
        body="The form goes back to the published version. Readers see that version now, and go on seeing it. The discarded text stays in the list of versions, where you can restore it."
        confirmLabel="Discard changes"
        confirmingLabel="Discarding…"
        onConfirm={discard}
      />
    </>
  )
}

const MODAL = 'discard-draft'
