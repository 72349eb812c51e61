'use client'

import type { JournalForm } from './useRecorder.ts'
import { useAuth, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'
import { Offer } from './Offer.tsx'
import { useJournal } from './useJournal.ts'

/**
 * Stores in the browser what the user types into this form until the server has it. At the top of the form, offers text
 * that was typed earlier and never reached the server.
 */
export function Journal() {
  const { collectionSlug, globalSlug, id, isInitializing } = useDocumentInfo()
  const person = usePerson()
  // `null` stands for one of many uploads. The form for many uploads stores and saves them in its own way.
  if (!person || isInitializing || id === null)
    return null
  const form = globalSlug ? `globals/${globalSlug}` : `collections/${collectionSlug}/${id ?? 'new'}`
  return <FormJournal key={`${person} ${form}`} person={person} form={form} />
}

/** Returns the signed-in user. After the session has ended, returns the last one: they go on typing. */
function usePerson(): string | undefined {
  const { user } = useAuth()
  const last = useRef<string>(undefined)
  const person = user ? String(user.id) : last.current
  useEffect(() => {
    last.current = person
  }, [person])
  return person
}

function FormJournal(form: JournalForm) {
  const { offers, ...actions } = useJournal(form)
  return offers.map(offer => <Offer key={offer.kept.record.id} offer={offer} {...actions} />)
}
