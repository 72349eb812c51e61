'use client'

import { useEffect, useState } from 'react'
import { useUnsaved } from './useUnsaved.ts'

/**
 * Says that the server does not have the latest text yet, and warns before the user leaves. Payload guards only forms
 * with a save button. In a form that saves itself, closing the window lost the text of the last second.
 */
export function UnsavedWords() {
  const { isUnsaved, isFailing } = useUnsaved()
  const [goal, setGoal] = useState<HTMLAnchorElement>()

  useEffect(() => {
    const askBeforeUnload = (event: BeforeUnloadEvent) => {
      if (isUnsaved)
        event.preventDefault()
    }
    // A link inside the admin unloads nothing. The admin follows it once everything is saved, or on a second click.
    const holdLink = (event: MouseEvent) => {
      const link = event.target instanceof Element ? event.target.closest<HTMLAnchorElement>('a[href]') : null
      if (!isUnsaved || !link || link === goal || !leavesPage(link, event))
        return
      event.preventDefault()
      event.stopPropagation()
      setGoal(link)
    }
    window.addEventListener('beforeunload', askBeforeUnload)
    window.addEventListener('click', holdLink, { capture: true })
    return () => {
      window.removeEventListener('beforeunload', askBeforeUnload)
      window.removeEventListener('click', holdLink, { capture: true })
    }
  }, [isUnsaved, goal])

  useEffect(() => {
    if (isUnsaved || !goal)
      return
    setGoal(undefined)
    goal.click()
  }, [isUnsaved, goal])

  return (
    <span className={isUnsaved ? 'unsaved-words unsaved-words--shown' : 'unsaved-words'} role="status">
      {isUnsaved && words({ isFailing, isLeaving: goal !== undefined })}
    </span>
  )
}

function words({ isFailing, isLeaving }: { isFailing: boolean, isLeaving: boolean }): string {
  if (isFailing)
    return 'Not saved: the CMS did not accept it. Keep this window open, it tries again by itself'
  return isLeaving ? 'Not saved yet: you leave as soon as it is' : 'Not saved yet'
}

function leavesPage(link: HTMLAnchorElement, event: MouseEvent): boolean {
  const opensElsewhere = link.target === '_blank' || event.metaKey || event.ctrlKey || event.shiftKey || event.button !== 0
  return !opensElsewhere && link.pathname !== window.location.pathname
}
