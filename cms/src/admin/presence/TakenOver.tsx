'use client'

import type { TakeOver } from '../../presence/OpenForm.ts'
import type { FormPresence } from './useFormPresence.ts'
import { toast, useDocumentInfo, useForm, useFormModified } from '@payloadcms/ui'
import { useEffect, useLayoutEffect } from 'react'
import { wordsOf } from '../ask.ts'
import { timeOf } from './timeOf.ts'

/**
 * Makes the form read-only after another one has taken it over, and says so. A form that saves itself saves what is
 * unsaved first; in others it stays in the form.
 */
export function TakenOver({ by, takeOver }: { by: TakeOver, takeOver: FormPresence['takeOver'] }) {
  const { docConfig } = useDocumentInfo()
  const isUnsaved = useFormModified()
  const savesItself = Boolean(docConfig?.versions?.drafts && docConfig.versions.drafts.autosave)
  useReadOnlyForm({ maySave: savesItself && isUnsaved })
  return (
    <section className="taken-over">
      <span role="alert">
        {`${by.name} took over at ${timeOf(by.at)}: this form is read-only.`}
      </span>
      {isUnsaved && <span>{savesItself ? 'Your last words are being saved.' : 'What you had not saved stays in it.'}</span>}
      <button type="button" className="text-button" onClick={() => void takeOver(by.tab).catch(error => toast.error(wordsOf(error)))}>
        Edit again
      </button>
    </section>
  )
}

/** Takes the fields and the buttons of the form out of reach, by pointer and by keys. */
function useReadOnlyForm({ maySave }: { maySave: boolean }): void {
  const { formRef, setDisabled } = useForm()

  useLayoutEffect(() => {
    const parts = formRef?.current?.querySelectorAll(EDITED_PARTS) ?? []
    parts.forEach(part => part.toggleAttribute('inert', true))
    return () => parts.forEach(part => part.toggleAttribute('inert', false))
  }, [formRef])

  // A key for “Save” works wherever the focus is.
  useEffect(() => {
    setDisabled(!maySave)
    return () => setDisabled(false)
  }, [maySave, setDisabled])
}

const EDITED_PARTS = '.collection-edit__main-wrapper, .doc-controls__controls-wrapper'
