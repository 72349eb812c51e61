import type { Difference } from './differencesOf.ts'
import type { KeptRecord } from './JournalStore.ts'
import type { JournalForm } from './useRecorder.ts'
import { useEffect, useEffectEvent, useState } from 'react'
import { reportProblem } from './reportProblem.ts'
import { thisBrowser } from './thisBrowser.ts'

/** Text that was typed into this form in a window that is closed now, and its differences from what the form holds. */
export interface Offered {
  kept: KeptRecord
  differences: Difference[]
}

interface Questions {
  /** Returns the differences between a record and what the form holds. */
  compare: (kept: KeptRecord) => Difference[]
  /** Whether the form holds everything in a record. */
  isSaved: (kept: KeptRecord) => boolean
}

/**
 * Milliseconds that another open window has to claim a record. On a busy machine its claim may come later: then the
 * offer is withdrawn.
 */
const answerMs = 300

/** Returns what this form can offer a user. It looks again each time the form begins a new record. */
export function useOffers(
  { person, form }: JournalForm,
  record: string | undefined,
  { compare, isSaved }: Questions,
): Offered[] {
  const [offers, setOffers] = useState<Offered[]>([])
  const compareNow = useEffectEvent(compare)
  const isSavedNow = useEffectEvent(isSaved)

  useEffect(() => {
    if (record === undefined)
      return
    const { store, presence } = thisBrowser()
    const taken = new Set<string>()
    const untaken = (offers: Offered[]) => offers.filter(({ kept }) => !taken.has(kept.record.id))
    let isOver = false
    const stop = presence.onTaken((records) => {
      records.forEach(record => taken.add(record))
      setOffers(untaken)
    })

    const find = async () => {
      const found = (await store.find(person, form)).filter(({ record }) => !presence.isOpenHere(record.id))
      if (found.length > 0)
        await new Promise(resolve => window.setTimeout(resolve, answerMs))
      if (isOver)
        return
      const offers = untaken(found.map(kept => ({ kept, differences: compareNow(kept) })))
      setOffers(offers.filter(({ differences }) => differences.length > 0))
      // The last save of that window arrived after all.
      for (const { kept } of offers.filter(({ kept }) => isSavedNow(kept)))
        await store.remove(kept.record.id)
    }
    void find().catch(reportProblem)

    return () => {
      isOver = true
      stop()
    }
  }, [person, form, record])

  return offers
}
