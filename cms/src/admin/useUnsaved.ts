import type { RefObject } from 'react'
import { useDocumentInfo, useForm, useFormBackgroundProcessing, useFormModified, useFormProcessing } from '@payloadcms/ui'
import { useEffect, useRef, useState } from 'react'

/**
 * Whether the form holds what the server does not, and whether saving it has failed. Autosave tries once after each
 * change, and not again when the server could not be reached: what stays unsaved is saved from here.
 */
export function useUnsaved(): Unsaved {
  const isModified = useFormModified()
  const mayLose = useRef(false)
  const isTyping = useIsTyping(mayLose)
  const isUnsaved = isModified || isTyping
  useEffect(() => {
    mayLose.current = isUnsaved
  }, [isUnsaved])
  const tries = useRetries(isUnsaved)
  return { isUnsaved, isFailing: isUnsaved && tries > 1, mayLose }
}

interface Unsaved {
  isUnsaved: boolean
  isFailing: boolean
  /** The same as `isUnsaved` without the wait until React has drawn it: a window closes faster than that. */
  mayLose: RefObject<boolean>
}

/** The rich text editor hands on what was typed when the browser is idle, after half a second at the latest. */
const EDITOR_LAG = 600

/** The editor prevents some of these and handles them itself, so that no `input` follows. */
const TYPING = ['beforeinput', 'input', 'paste', 'cut', 'drop']

/** Whether somebody typed so lately that the form may not know of it. */
function useIsTyping(mayLose: RefObject<boolean>): boolean {
  const [isTyping, setIsTyping] = useState(false)
  useEffect(() => {
    let keys = 0
    const typed = () => {
      mayLose.current = true
      setIsTyping(true)
      const key = ++keys
      // On a busy machine the editor is late: it has asked to be called when idle before this does.
      window.setTimeout(whenIdle, EDITOR_LAG, () => key === keys && setIsTyping(false))
    }
    TYPING.forEach(type => window.addEventListener(type, typed, { capture: true }))
    return () => {
      keys++
      TYPING.forEach(type => window.removeEventListener(type, typed, { capture: true }))
    }
  }, [mayLose])
  return isTyping
}

/** Safari cannot tell when it is idle, and the editor does not ask there. */
function whenIdle(work: () => void): void {
  if ('requestIdleCallback' in window)
    window.requestIdleCallback(work)
  else
    work()
}

/** How long autosave is given, and the longest wait between two tries, in milliseconds. */
const PATIENCE = 3000
const LONGEST_WAIT = 30_000

/** Saves again what stays unsaved, less often each time; counts the tries. */
function useRetries(isUnsaved: boolean): number {
  const { submit } = useForm()
  const { collectionSlug, id } = useDocumentInfo()
  const isSaving = [useFormBackgroundProcessing(), useFormProcessing()].includes(true)
  const [tries, setTries] = useState(0)

  useEffect(() => {
    if (!isUnsaved || isSaving || !collectionSlug || !id)
      return
    const timer = window.setTimeout(() => {
      setTries(tries => tries + 1)
      // As autosave itself does it.
      void submit({
        acceptValues: { overrideLocalChanges: false },
        action: `/api/${collectionSlug}/${id}?autosave=true&draft=true&depth=0&fallback-locale=null`,
        context: { getDocPermissions: false, incrementVersionCount: false },
        disableFormWhileProcessing: false,
        disableSuccessStatus: true,
        method: 'PATCH',
        overrides: { _status: 'draft' },
        skipValidation: true,
      })
    }, Math.min(PATIENCE * 1.5 ** tries, LONGEST_WAIT))
    return () => window.clearTimeout(timer)
  }, [isUnsaved, isSaving, tries, submit, collectionSlug, id])

  useEffect(() => {
    if (!isUnsaved)
      setTries(0)
  }, [isUnsaved])

  return tries
}
