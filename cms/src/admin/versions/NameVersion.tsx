'use client'

import type { ListedVersion } from '../../drafts/versions/ListedVersion.ts'
import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useState } from 'react'
import { ask } from '../ask.ts'
import { NameDialog } from './NameDialog.tsx'
import { reasonText } from './reasonText.ts'

/** Gives a version of the list a name, or changes or removes the one that it has. */
export function NameVersion({ version }: { version: ListedVersion }) {
  const { collectionSlug } = useDocumentInfo()
  const { config: { routes } } = useConfig()
  const router = useRouter()
  const [isOpen, setIsOpen] = useState(false)

  async function rename(name: string) {
    await ask('PATCH', `${routes.api}/${collectionSlug}/versions/${version.id}`, { name: name || null })
    router.refresh()
  }

  return (
    <>
      <button type="button" className="text-button" aria-label={`${version.name ? 'Rename' : 'Name'}: ${reasonText(version)}, ${version.savedBy}`} onClick={() => setIsOpen(true)}>
        {version.name ? 'Rename' : 'Name'}
      </button>
      {isOpen && (
        <NameDialog
          slug="name-version"
          title={version.name ? 'Rename this version' : 'Name this version'}
          explanation="A version with a name is kept for good. Leave the name empty to remove it."
          label="Name"
          initialName={version.name}
          action="Save the name"
          onConfirm={rename}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  )
}
