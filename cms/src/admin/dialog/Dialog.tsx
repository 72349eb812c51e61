'use client'

import type { KeyboardEvent, ReactNode } from 'react'
import { Modal, useModal } from '@payloadcms/ui'
import { useEffect, useId, useLayoutEffect, useRef } from 'react'

interface Props {
  /** Names it among Payload's dialogs. */
  slug: string
  title: string
  children: ReactNode
  /** The selector of what gets the focus. */
  initialFocus: string
  /** What Escape does; nothing if left out. */
  onEscape?: () => void
}

/**
 * A question over everything else, drawers included. It is one of Payload's modals, so that the drawers under it let
 * go of the focus, and is there as long as it is rendered.
 */
export function Dialog({ slug, title, children, initialFocus, onEscape }: Props) {
  const { closeModal } = useModal()
  const heading = useId()
  useEffect(() => () => closeModal(slug), [closeModal, slug])
  useReturnToPlace()

  // Payload would close what is under it as well.
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

/** Payload’s buttons fade into visibility, and what is hidden takes no focus. Gives up on what is not on the page. */
async function untilVisible(selector: string): Promise<void> {
  while (document.querySelector(selector)?.checkVisibility({ visibilityProperty: true }) === false)
    await new Promise(requestAnimationFrame)
}

/** Puts the focus back where it was, and in the rich text the caret too, which the browser would put at its beginning. */
function useReturnToPlace(): void {
  const place = useRef<{ element: Element | null, range: Range | undefined }>(undefined)
  useLayoutEffect(() => {
    const selection = window.getSelection()
    place.current = {
      element: document.activeElement,
      range: selection?.rangeCount ? selection.getRangeAt(0).cloneRange() : undefined,
    }
    return () => {
      // Until then the trap of this dialog holds the focus.
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
