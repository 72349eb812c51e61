'use client'

import type { FormState } from 'payload'
import type { Fault } from './faultsOf.ts'
import type { Refusal } from './Refusal.ts'
import { toast, useAllFormFields, useConfig, useDocumentInfo, useForm, useFormProcessing, useFormSubmitted } from '@payloadcms/ui'
import { useCallback, useEffect, useId, useMemo, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { describeFields } from './describeFields.ts'
import { goToField } from './goToField.ts'
import { faultsLeft, refusalOf } from './Refusal.ts'

/**
 * After the CMS refuses a save, moves the focus to the first field at fault and lists all of them under the bar of the
 * form until the user has changed each. Payload only names them for some seconds in a corner.
 */
export function RefusedSave() {
  const { formRef, getFields } = useForm()
  const isSubmitted = useFormSubmitted()
  const isProcessing = useFormProcessing()
  const wasProcessing = useRef(false)
  const [refusal, setRefusal] = useState<Refusal>()
  const placesIn = usePlaces()

  useEffect(() => {
    // Autosave does not count: it runs in the background.
    const hasEnded = wasProcessing.current && !isProcessing
    wasProcessing.current = isProcessing
    const form = formRef?.current
    if (!hasEnded || !form)
      return
    const state = getFields()
    const refusal = isSubmitted ? refusalOf(placesIn(state), state) : undefined
    setRefusal(refusal)
    if (!refusal)
      return
    // Payload shows the same list in a toast.
    toast.dismiss()
    void goToField(form, faultsLeft(refusal, placesIn(state), state)[0]!)
  }, [isProcessing, isSubmitted, formRef, getFields, placesIn])

  const bar = formRef?.current?.querySelector('.doc-controls')
  return refusal && bar ? createPortal(<Faults refusal={refusal} placesIn={placesIn} onClose={() => setRefusal(undefined)} />, bar) : null
}

type PlacesIn = ReturnType<typeof usePlaces>

function usePlaces() {
  const { collectionSlug, globalSlug } = useDocumentInfo()
  const { config, getEntityConfig } = useConfig()
  return useCallback((state: FormState) => {
    const entity = collectionSlug ? getEntityConfig({ collectionSlug }) : globalSlug ? getEntityConfig({ globalSlug }) : undefined
    return describeFields(entity?.fields ?? [], state, config.blocksMap)
  }, [collectionSlug, globalSlug, config.blocksMap, getEntityConfig])
}

function Faults({ refusal, placesIn, onClose }: { refusal: Refusal, placesIn: PlacesIn, onClose: () => void }) {
  const { formRef } = useForm()
  const [state] = useAllFormFields()
  const { docConfig } = useDocumentInfo()
  const heading = useId()
  const faults = useMemo(() => faultsLeft(refusal, placesIn(state), state), [refusal, placesIn, state])
  useKeptMarks(faults, state)
  return (
    <section className="refused-save" aria-labelledby={heading}>
      <div className="refused-save__head">
        <h2 id={heading}><span role="alert">{headingFor(faults, docConfig?.versions ? 'published' : 'saved')}</span></h2>
        <button type="button" className="text-button" onClick={onClose}>Hide</button>
      </div>
      <ol>
        {faults.map(fault => (
          <li key={fault.path}>
            <button type="button" className="text-button" onClick={() => void goToField(formRef!.current!, fault)}>{fault.label}</button>
            {`: ${fault.message}`}
          </li>
        ))}
      </ol>
    </section>
  )
}

/**
 * Restores the error marks: Payload removes them from all fields when a draft saves itself, a second after the user
 * corrected the first.
 */
function useKeptMarks(faults: Fault[], state: FormState): void {
  const { dispatchFields, setSubmitted } = useForm()
  const isSubmitted = useFormSubmitted()
  useEffect(() => {
    const unmarked = faults.filter(({ path }) => state[path]?.valid !== false)
    if (unmarked.length > 0)
      dispatchFields({ type: 'ADD_SERVER_ERRORS', errors: unmarked.map(({ path, message }) => ({ path, message })) })
    if (!isSubmitted && faults.length > 0)
      setSubmitted?.(true)
  }, [faults, state, isSubmitted, dispatchFields, setSubmitted])
}

function headingFor({ length }: Fault[], what: string): string {
  if (length === 0)
    return `Every field of this list was changed: it can be ${what} now`
  return `Not ${what}: ${length === 1 ? 'one field needs' : `${length} fields need`} a change`
}
