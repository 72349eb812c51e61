import { useEffect, useState } from 'react'

/** Milliseconds. A writer pauses for less than this between two keys. */
const pauseMs = 700

/**
 * Returns whether the user has paused in their typing since `isAwaited`: a dialog that took the focus between two keys
 * would take the words that follow.
 */
export function useTypingPause(isAwaited: boolean): boolean {
  const [isPause, setPause] = useState(false)

  useEffect(() => {
    if (!isAwaited)
      return
    let timer: ReturnType<typeof setTimeout>
    const wait = () => {
      clearTimeout(timer)
      timer = setTimeout(setPause, pauseMs, true)
    }
    wait()
    window.addEventListener('keydown', wait, true)
    window.addEventListener('input', wait, true)
    return () => {
      clearTimeout(timer)
      window.removeEventListener('keydown', wait, true)
      window.removeEventListener('input', wait, true)
      setPause(false)
    }
  }, [isAwaited])

  return isPause
}
