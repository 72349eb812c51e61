'use client'

import type { KeyboardEvent, ReactNode } from 'react'
import { Modal, useModal } from '@payloadcms/ui'
import { useEffect, useId, useLayoutEffect, useRef } from 'react'

interface Props {
  /** The dialog's name among Payload's modals. */
  slug: string
  title: string
  children: ReactNode
  /** The selector of the element that gets the focus. */
  initialFocus: string
  /** Called on Escape; if left out, Escape does nothing. */
  onEscape?: () => void
}

/**
 * A question over everything else, drawers included. It is one of Payload's modals, so that the drawers under it
 * release the focus, and stays open as long as it is rendered.
 */
export function Dialog({ slug, title, children, initialFocus, onEscape }: Props) {
  const { closeModal } = useModal()
  const heading = useId()
  useEffect(() => () => closeModal(slug), [closeModal, slug])
  useReturnToPlace()

  // Payload would also close the modals under this one.
  function handleEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape')
      return
    event.stopPropagation()
    event.nativeEvent.stopImmediatePropagation()
    onEscape?.()
  }

  return (
    <Modal
      slug={slug}
      className="dialog"
      openOnInit
      closeOnBlur={false}
      focusTrapOptions={{ initialFocus, checkCanFocusTrap: () => untilVisible(initialFocus), escapeDeactivates: false, returnFocusOnDeactivate: false }}
      aria-labelledby={heading}
      onKeyDown={handleEscape}
    >
      <div className="dialog__card">
        <h2 id={heading}>{title}</h2>
        {children}
      </div>
    </Modal>
  )
}

/**
 * Resolves when the element is visible: Payload’s buttons fade in, and a hidden element takes no focus. Gives up if the
 * page has no such element.
 */
async function untilVisible(selector: string): Promise<void> {
  while (document.querySelector(selector)?.checkVisibility({ visibilityProperty: true }) === false)
    await new Promise(requestAnimationFrame)
}

/** Restores the focus, and in rich text also the caret, which the browser would put at the beginning. */
function useReturnToPlace(): void {
  const place = useRef<{ element: Element | null, range: Range | undefined }>(undefined)
  useLayoutEffect(() => {
    const selection = window.getSelection()
    place.current = {
      element: document.activeElement,
      range: selection?.rangeCount ? selection.getRangeAt(0).cloneRange() : undefined,
    }
    return () => {
      // Until then the focus trap of this dialog holds the focus.
      window.setTimeout(() => returnTo(place.current!))
    }
  }, [])
}

function returnTo({ element, range }: { element: Element | null, range: Range | undefined }): void {
  if (!(element instanceof HTMLElement) || !element.isConnected)
    return
  element.focus({ preventScroll: true })
  if (range && element.isContentEditable && element.contains(range.startContainer)) {
    const selection = window.getSelection()
    selection?.removeAllRanges()
    selection?.addRange(range)
  }
}
