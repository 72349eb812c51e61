import { useEditDepth, useModal } from '@payloadcms/ui'
import { useEffect, useEffectEvent } from 'react'

/**
 * Calls a function on Ctrl S or ⌘ S, for the form on top alone. It hears the key before Payload’s buttons do, of which
 * “Publish” would save a draft.
 */
export function useSaveKey(onKey: () => void): void {
  const editDepth = useEditDepth()
  const { modalState } = useModal()
  const openModals = Object.values(modalState).filter(modal => modal?.isOpen).length

  const handle = useEffectEvent((event: KeyboardEvent) => {
    const isSaveKey = event.key.toLowerCase() === 's' && (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey
    if (!isSaveKey || openModals + 1 !== editDepth)
      return
    event.preventDefault()
    event.stopImmediatePropagation()
    if (!event.repeat)
      onKey()
  })

  useEffect(() => {
    const listener = (event: KeyboardEvent) => handle(event)
    window.addEventListener('keydown', listener, { capture: true })
    return () => window.removeEventListener('keydown', listener, { capture: true })
  }, [])
}
