'use client'

import { PopupList } from '@payloadcms/ui'
import { useHistoryPath } from './useHistoryPath.ts'

/** For administrators: leads from a document to the audit entries about it. */
export function HistoryMenuItem() {
  const path = useHistoryPath()
  return path === undefined
    ? null
    : (
        <PopupList.ButtonGroup>
          <PopupList.Button id="action-history" href={path}>History of this document</PopupList.Button>
        </PopupList.ButtonGroup>
      )
}
