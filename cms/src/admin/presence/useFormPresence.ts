import type { TakeOver } from '../../presence/OpenForm.ts'
import type { OtherForm, PresenceAnswer } from '../../presence/PresenceBoard.ts'
import type { TicketAnswer } from '../../presence/presenceEndpoints.ts'
import { useDocumentInfo, useForm } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'
import { PRESENCE_PATH } from '../../presence/PRESENCE_PATH.ts'
import { ask } from '../ask.ts'
import { Attention } from './Attention.ts'
import { focusedSection } from './focusedSection.ts'
import { FormReporter } from './FormReporter.ts'
import { othersInRows } from './othersInRows.ts'
import { RevisionEvent } from './RevisionEvent.ts'
import { sendReport } from './sendReport.ts'
import { useDocumentPlace, usePresenceAddress } from './useDocumentPlace.ts'

export interface FormPresence {
  others: OtherForm[]
  /** Set while another form has taken over this one. */
  takenOver: TakeOver | undefined
  /**
   * Takes over another form of the document, and ends that this one is taken over.
   * @throws {Error} with a sentence for the user
   */
  takeOver: (tab: string) => Promise<void>
}

/** Reports this form as open, dispatches the revisions of its document, and returns who else has it open. */
export function useFormPresence(): FormPresence {
  const place = useDocumentPlace()
  const address = usePresenceAddress(place)
  const { data } = useDocumentInfo()
  const { formRef, getFields } = useForm()
  const [others, setOthers] = useState<OtherForm[]>([])
  const [takenOver, setTakenOver] = useState<TakeOver>()
  const reporter = useRef<FormReporter>(undefined)
  /** The take-over that the user has ended: the CMS may name it for another second. */
  const ended = useRef<string>(undefined)
  const loadedRevision = useRef(data?.updatedAt)

  useEffect(() => {
    if (!place || !address)
      return
    let revision = loadedRevision.current
    const show = (answer: PresenceAnswer | undefined) => {
      setOthers(others => isSame(others, answer?.others ?? []) ? others : answer?.others ?? [])
      if (!answer)
        return
      const takenOver = answer.takenOver?.at === ended.current ? undefined : answer.takenOver
      setTakenOver(before => takenOver?.at === before?.at ? before : takenOver)
      const isNew = revision !== undefined && answer.revision && answer.revision.at !== revision
      revision = answer.revision?.at ?? revision
      if (isNew)
        window.dispatchEvent(new RevisionEvent(place, answer.revision!))
    }
    const current = new FormReporter({
      requestTicket: () => ask<TicketAnswer>('GET', address),
      send: sendReport,
      sendLast: body => void navigator.sendBeacon(PRESENCE_PATH, JSON.stringify(body)),
      state: () => ({
        isAway: thisTab().isAway,
        section: formRef?.current ? focusedSection(formRef.current, getFields()) : undefined,
      }),
      isHidden: () => document.hidden,
      onAnswer: show,
    })
    const start = () => current.start()
    const stop = () => current.stop()
    const reportNow = () => current.reportNow()
    reporter.current = current
    start()
    window.addEventListener('pagehide', stop)
    window.addEventListener('pageshow', start)
    document.addEventListener('visibilitychange', reportNow)
    return () => {
      stop()
      window.removeEventListener('pagehide', stop)
      window.removeEventListener('pageshow', start)
      document.removeEventListener('visibilitychange', reportNow)
      setOthers([])
      setTakenOver(undefined)
    }
  }, [place, address, formRef, getFields])

  useEffect(() => {
    if (address)
      othersInRows.show(address, others)
    return () => othersInRows.forget(address ?? '')
  }, [address, others])

  const takeOver = useCallback(async (tab: string) => {
    await ask('POST', address!, { from: tab, by: reporter.current!.tab })
    setTakenOver((before) => {
      ended.current = before?.at
      return undefined
    })
    reporter.current!.reportNow()
  }, [address])

  return { others, takenOver, takeOver }
}

function isSame(one: object, other: object): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

function thisTab(): Attention {
  attention ??= new Attention()
  return attention
}

let attention: Attention | undefined
