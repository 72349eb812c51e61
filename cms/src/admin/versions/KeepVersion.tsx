'use client'

import { Button, useConfig, useDocumentInfo, useFormModified } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { ask, wordsOf } from '../ask.ts'
import { useSaveDraft } from '../useSaveDraft.ts'
import { NameDialog } from './NameDialog.tsx'
import { useSaveKey } from './useSaveKey.ts'

/**
 * Saves the form and keeps the version as it is, in place of Payload’s “Save Draft”, which is off while autosave has
 * nothing to do. Its key, Ctrl S or ⌘ S, asks for no name.
 */
export function KeepVersion() {
  const { collectionSlug, id } = useDocumentInfo()
  const { config: { routes } } = useConfig()
  const isModified = useFormModified()
  const saveDraft = useSaveDraft()
  const [isOpen, setIsOpen] = useState(false)
  const [result, setResult] = useState<{ text: string, isProblem?: boolean }>()

  /** @throws {Error} with a sentence that says what is wrong */
  async function keep(name?: string) {
    setResult(undefined)
    if (isModified && !await saveDraft())
      throw new Error('The CMS did not accept the latest text, so no version was kept. It tries again by itself.')
    await ask('POST', `${routes.api}/${collectionSlug}/${id}/keep-version`, name ? { name } : {})
    setResult({ text: name ? `Version kept: ${name}` : 'Version kept' })
  }

  useSaveKey(() => {
    if (id !== undefined)
      void keep().catch((error: unknown) => setResult({ text: wordsOf(error), isProblem: true }))
  })

  // The text has changed since, so the version on the screen is another one.
  useEffect(() => {
    if (isModified)
      setResult(undefined)
  }, [isModified])

  return (
    <>
      <span className={`version-kept${result?.isProblem ? ' version-kept--problem' : ''}`} role="status">{result?.text}</span>
      <Button id="action-keep-version" buttonStyle="secondary" size="medium" margin={false} disabled={id === undefined} onClick={() => setIsOpen(true)}>
        Keep this version
      </Button>
      {isOpen && (
        <NameDialog
          slug="keep-version"
          title="Keep this version"
          explanation="You can compare and restore it later. What you write from now on goes into another version."
          label="Name (optional)"
          action="Keep"
          onConfirm={keep}
          onClose={() => setIsOpen(false)}
        />
      )}
    </>
  )
}
