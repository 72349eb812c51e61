import { JournalStore } from './JournalStore.ts'
import { Presence } from './Presence.ts'

/** Returns the journal of this browser, which all forms of a window share. It exists in browsers only. */
export function thisBrowser(): { store: JournalStore, presence: Presence } {
  shared ??= { store: new JournalStore(), presence: new Presence() }
  return shared
}

let shared: { store: JournalStore, presence: Presence } | undefined
