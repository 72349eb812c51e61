import { useSyncExternalStore } from 'react'

/** Returns false while the server renders: it does not know the time zone of the user. */
export function useIsInBrowser(): boolean {
  return useSyncExternalStore(subscribe, () => true, () => false)
}

function subscribe(): () => void {
  return () => {}
}
