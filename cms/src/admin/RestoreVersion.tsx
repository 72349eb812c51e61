'use client'

import { Button, ConfirmationModal, toast, useConfig, useDocumentInfo, useModal, useRouteTransition } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ask, wordsOf } from './ask.ts'

/** Restores an earlier version as a draft, and for users who may publish, also for readers. */
export function RestoreVersion({ version }: { version: string }) {
  const { id, collectionSlug, hasPublishPermission, hasPublishedDoc, hasSavePermission, isTrashed } = useDocumentInfo()
  const { config: { routes } } = useConfig()
  const { openModal } = useModal()
  const { startRouteTransition } = useRouteTransition()
  const router = useRouter()
  const [isRestoring, setIsRestoring] = useState(false)

  async function restore({ publishes }: { publishes: boolean }) {
    setIsRestoring(true)
    try {
      await ask('POST', `${routes.api}/${collectionSlug}/versions/${version}?depth=0`, publishes ? { _status: 'published' } : {})
      toast.success(publishes ? 'Restored and published: readers see this version now.' : `Restored as a draft. ${readersWords(hasPublishedDoc)}`)
      startRouteTransition(() => router.push(`${routes.admin}/collections/${collectionSlug}/${id}`))
    }
    catch (error) {
      const reason = wordsOf(error).replace(/\.?$/, '.')
      toast.error(publishes ? `Not published. ${reason} Restore it as a draft, complete it, and publish it then.` : `Not restored. ${reason}`)
      setIsRestoring(false)
    }
  }

  if (!hasSavePermission || isTrashed)
    return null
  return (
    <div className="restore-version-bar">
      <p>{`Restore makes a draft of this version. ${readersWords(hasPublishedDoc)}`}</p>
      <Button buttonStyle="primary" size="small" margin={false} disabled={isRestoring} onClick={() => void restore({ publishes: false })}>
        Restore
      </Button>
      {hasPublishPermission && (
        <>
          <Button buttonStyle="secondary" size="small" margin={false} disabled={isRestoring} onClick={() => openModal(MODAL)}>
            Restore and publish
          </Button>
          <ConfirmationModal
            modalSlug={MODAL}
            heading="Publish this version?"
            body={hasPublishedDoc
              ? 'Readers see this version at once, instead of the one that is published now. Later drafts stay in the list of versions.'
              : 'Readers see this version at once. Nothing of this document is on the site now.'}
            confirmLabel="Restore and publish"
            confirmingLabel="Publishing…"
            onConfirm={() => restore({ publishes: true })}
          />
        </>
      )}
    </div>
  )
}

const MODAL = 'restore-and-publish'

function readersWords(hasPublishedDoc: boolean): string {
  return hasPublishedDoc ? 'Readers still see the published version.' : 'Readers do not see it.'
}
