'use client'

import type { ReactNode } from 'react'
import type { DrawerForm } from './drawerForms.ts'
import { Button, useModal } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { Dialog } from '../dialog/Dialog.tsx'
import { drawerFormIn } from './drawerForms.ts'

/**
 * Keeps a drawer with unsaved text from closing. A drawer that saves itself closes after the save; any other asks
 * first. Payload asks only for its cross, not for Escape or a click beside the drawer.
 */
export function DrawerGuard({ children }: { children: ReactNode }) {
  const { closeModal } = useModal()
  const [held, setHeld] = useState<Held>()

  useEffect(() => guardDrawers((drawer, form) => setHeld({ drawer, form, isWaiting: form?.savesItself ?? false })), [])

  const form = held?.form
  const drawer = held?.drawer
  useEffect(() => {
    if (!form?.savesItself || drawer === undefined)
      return
    const deadline = Date.now() + MAX_WAIT_MS
    const timer = window.setInterval(() => {
      if (!form.isUnsaved()) {
        setHeld(undefined)
        closeModal(drawer)
      }
      else if (Date.now() > deadline) {
        setHeld(held => held && { ...held, isWaiting: false })
      }
    }, 100)
    return () => window.clearInterval(timer)
  }, [form, drawer, closeModal])

  function close() {
    setHeld(undefined)
    closeModal(held!.drawer)
  }

  return (
    <>
      {children}
      <p className="drawer-closing" role="status">{held?.isWaiting && 'Closes as soon as it is saved…'}</p>
      {held && !held.isWaiting && (
        <Dialog slug="close-without-saving" title="Close without saving?" initialFocus=".close-without-saving .btn" onEscape={() => setHeld(undefined)}>
          <div className="close-without-saving">
            <p>{wordsFor(held)}</p>
            <div className="dialog__buttons">
              <Button margin={false} onClick={() => setHeld(undefined)}>Keep it open</Button>
              <Button margin={false} buttonStyle="secondary" onClick={close}>Close without saving</Button>
            </div>
          </div>
        </Dialog>
      )}
    </>
  )
}

/** After this time the drawer asks; it still closes once it is saved. */
const MAX_WAIT_MS = 5000

interface Held {
  /** The id by which Payload closes the drawer. */
  drawer: string
  form: DrawerForm | undefined
  isWaiting: boolean
}

function wordsFor({ form }: Held): string {
  const what = form?.title ? `“${form.title}”` : 'This form'
  return form?.savesItself ? `${what} is not saved yet. The admin keeps trying as long as this stays open.` : `${what} has changes that are not saved.`
}

type Hold = (drawer: string, form: DrawerForm | undefined) => void

/** Calls `hold` instead of closing a drawer with unsaved text. Returns a function that stops the guard. */
function guardDrawers(hold: Hold): () => void {
  const touched = new WeakSet<Element>()
  const ownEscapes = new WeakSet<Event>()

  function guard(event: Event, drawer: Element | null | undefined) {
    const form = drawer ? drawerFormIn(drawer) : undefined
    if (!drawer || !(form ? form.isUnsaved() : touched.has(drawer)))
      return
    event.preventDefault()
    event.stopImmediatePropagation()
    hold(drawer.id, form)
  }

  const noteTyping = ({ target }: Event) => {
    const drawer = target instanceof Element && target.closest('form, .form') ? target.closest('.drawer') : null
    if (drawer)
      touched.add(drawer)
  }
  const guardClick = (event: MouseEvent) => {
    const button = event.target instanceof Element ? event.target.closest(CLOSING_BUTTONS) : null
    guard(event, button?.closest('.drawer'))
  }
  const guardEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !(event.target instanceof Element))
      return
    if (closesAMenu(event.target))
      ownEscapes.add(event)
    else
      guard(event, event.target === document.body ? topDrawer() : event.target.closest('.drawer, dialog'))
  }
  // Payload listens at the document and would close the drawer along with the menu.
  const keepDrawer = (event: KeyboardEvent) => {
    if (ownEscapes.has(event))
      event.stopPropagation()
  }

  window.addEventListener('input', noteTyping, { capture: true })
  window.addEventListener('click', guardClick, { capture: true })
  window.addEventListener('keydown', guardEscape, { capture: true })
  document.body.addEventListener('keydown', keepDrawer)
  return () => {
    window.removeEventListener('input', noteTyping, { capture: true })
    window.removeEventListener('click', guardClick, { capture: true })
    window.removeEventListener('keydown', guardEscape, { capture: true })
    document.body.removeEventListener('keydown', keepDrawer)
  }
}

const CLOSING_BUTTONS = '.drawer__close, .drawer__header__close, .doc-drawer__header-close'

/** Whether Escape closes an open menu or the calendar, and nothing else. */
function closesAMenu(target: Element): boolean {
  return target.closest('.drawer') !== null && (target.getAttribute('aria-expanded') === 'true' || document.querySelector('.drawer .react-datepicker-popper') !== null)
}

function topDrawer(): Element | undefined {
  return [...document.querySelectorAll<HTMLElement>('.drawer--is-open')].sort((one, other) => Number(other.style.zIndex) - Number(one.style.zIndex))[0]
}
