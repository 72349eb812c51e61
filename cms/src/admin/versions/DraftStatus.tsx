'use client'

import { useDocumentInfo, useTranslation } from '@payloadcms/ui'

/**
 * Whether readers see the document as it is in the form. Payload’s own status offers to go back to what is published by
 * publishing that once more; `DiscardDraft` does it without a change for readers.
 */
export function DraftStatus() {
  const { hasPublishedDoc, isTrashed, unpublishedVersionCount } = useDocumentInfo()
  const { t } = useTranslation()
  const key = isTrashed
    ? hasPublishedDoc ? 'previouslyPublished' : 'previouslyDraft'
    : !hasPublishedDoc ? 'draft' : unpublishedVersionCount > 0 ? 'changed' : 'published'
  return (
    <div className="status" title={`${t('version:status')}: ${t(`version:${key}`)}`}>
      <div className="status__value-wrap">
        <span className="status__label">{`${t('version:status')}: `}</span>
        <span className="status__value">{t(`version:${key}`)}</span>
      </div>
    </div>
  )
}
