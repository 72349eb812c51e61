import type { RefObject } from 'react'
import type { Schema } from './fieldAt.ts'
import { useAllFormFields, useConfig, useDocumentInfo, useForm, useFormModified } from '@payloadcms/ui'
import { useEffect, useEffectEvent, useRef, useState } from 'react'
import { EditorChange } from './EditorChange.ts'
import { fieldAt, isRecordable } from './fieldAt.ts'
import { isGone } from './isGone.ts'
import { newId } from './newId.ts'
import { Recorder } from './Recorder.ts'
import { reportProblem } from './reportProblem.ts'
import { thisBrowser } from './thisBrowser.ts'
import { useSchema } from './useSchema.ts'

/** A form, by its document, and the user who fills it in. */
export interface JournalForm {
  person: string
  form: string
}

/** Writes what the user types into this form to the journal. Returns its recorder and the id of its record. */
export function useRecorder(
  { person, form }: JournalForm,
): { recorder: RefObject<Recorder | undefined>, record: string | undefined } {
  const [fields] = useAllFormFields()
  const isModified = useFormModified()
  const { formRef } = useForm()
  const { collectionSlug, data, id, initialState } = useDocumentInfo()
  const { config: { admin, routes } } = useConfig()
  const document = collectionSlug && id !== undefined ? `${routes.api}/${collectionSlug}/${id}` : undefined
  const isNew = collectionSlug !== undefined && id === undefined
  const me = `${routes.api}/${admin.user}/me`
  const schemaFor = useSchema()
  const recorder = useRef<Recorder>(undefined)
  const [record, setRecord] = useState<string>()

  const mayRecord = useEffectEvent((path: string, rows: Schema['rows']) => {
    const found = fieldAt(path, schemaFor(rows))
    return found !== undefined && isRecordable(found)
  })

  const initialFields = useEffectEvent(() => initialState ?? {})

  useEffect(() => {
    const { store, presence } = thisBrowser()
    const record = newId()
    const current = new Recorder({
      record,
      isNew,
      isRecordable: mayRecord,
      onChange: (changes, paths) =>
        void store.write({ id: record, person, form, typedAt: Date.now() }, changes, paths).catch(reportProblem),
    }, initialFields())
    const release = presence.hold(record)
    const edited = (event: Event) => event instanceof EditorChange && current.edited(event.path, event.read)
    const flush = () => current.flush()
    const element = formRef.current
    element?.addEventListener(EditorChange.type, edited)
    window.addEventListener('visibilitychange', flush)
    window.addEventListener('pagehide', flush)
    recorder.current = current
    setRecord(record)
    return () => {
      element?.removeEventListener(EditorChange.type, edited)
      window.removeEventListener('visibilitychange', flush)
      window.removeEventListener('pagehide', flush)
      current.flush()
      release()
      // The user left with unsaved text, perhaps because they deleted the document.
      if (document && current.changes.size > 0)
        void isGone(document, { me, person }).then(isGone => isGone ? store.remove(record) : undefined).catch(() => {})
    }
  }, [person, form, isNew, document, me, formRef])

  useEffect(() => recorder.current?.observe({ fields, isModified, saved: data }), [fields, isModified, data])

  return { recorder, record }
}
