import { useDocumentInfo, useDocumentTitle, useForm, useFormModified } from '@payloadcms/ui'
import { useEffect, useLayoutEffect, useRef } from 'react'
import { listDrawerForm } from './drawerForms.ts'

/** Tells the drawer around this form, if there is one, whether it may close. */
export function useDrawerForm(): void {
  const { formRef } = useForm()
  const { docConfig } = useDocumentInfo()
  const { title } = useDocumentTitle()
  const isModified = useFormModified()
  const isUnsaved = useRef(isModified)
  const savesItself = Boolean(docConfig?.versions?.drafts && docConfig.versions.drafts.autosave)

  useLayoutEffect(() => {
    isUnsaved.current = isModified
  }, [isModified])

  useEffect(() => {
    const form = formRef?.current
    if (!form?.closest('.drawer'))
      return
    return listDrawerForm({ form, title, savesItself, isUnsaved: () => isUnsaved.current })
  }, [formRef, title, savesItself])
}
