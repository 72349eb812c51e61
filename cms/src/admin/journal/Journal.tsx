'use client'

import type { JournalForm } from './useRecorder.ts'
import { useAuth, useDocumentInfo } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'
import { Offer } from './Offer.tsx'
import { useJournal } from './useJournal.ts'

/**
 * Keeps what is typed into this form in the browser until the server has it, and offers at the top of the form what was
 * typed into it before and never got there.
 */
export function Journal() {
  const { collectionSlug, globalSlug, id, isInitializing } = useDocumentInfo()
  const person = usePerson()
  // `null` is one of many uploads: the form for many keeps and saves them in a way of its own.
  if (!person || isInitializing || id === null)
    return null
  const form = globalSlug ? `globals/${globalSlug}` : `collections/${collectionSlug}/${id ?? 'new'}`
  return <FormJournal key={`${person} ${form}`} person={person} form={form} />
}

/** The one who is signed in, and after their session has ended, who was: they go on typing. */
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
