import type { FormReport, OpenForm, TakeOver } from './OpenForm.ts'

/**
 * Stores the open forms of all CMS processes, outside of Payload’s collections. Its content is temporary: it may be
 * deleted at any time.
 */
export interface PresenceStore {
  /** Records that forms are open. It keeps when a form was opened, and that it was taken over. */
  record: (reports: FormReport[]) => Promise<void>
  /** Returns the forms that were reported after a time, in milliseconds since 1970. */
  findSeenAfter: (time: number) => Promise<OpenForm[]>
  /**
   * Marks a form as taken over, and the one that takes over as not taken over any more. Changes only forms of this
   * document.
   */
  takeOver: (document: string, from: string, by: TakeOver) => Promise<void>
  /** Forgets a form that was closed. */
  remove: (tab: string) => Promise<void>
  close: () => Promise<void>
}

/**
 * Milliseconds after which the store forgets a form that was not closed. Until then, a form that was taken over stays
 * so, even if its machine sleeps.
 */
export const FORGOTTEN_AFTER_MS = 24 * 60 * 60 * 1000
