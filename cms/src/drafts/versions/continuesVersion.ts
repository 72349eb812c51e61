import type { VersionMarks } from './versionFields.ts'

/** Milliseconds without a save after which the next one begins a version. */
export const VERSION_PAUSE_MS = 10 * 60_000

interface Saved {
  autosave?: boolean
  updatedAt: Date | string
  version: VersionMarks
}

/**
 * Whether an autosave changes the latest version in place. Otherwise it begins another one, and the latest stays as it
 * is: when it was kept, when another person edits, after a pause, and when the save is more than an edit.
 */
export function continuesVersion(latest: Saved, next: Omit<Saved, 'autosave'>): boolean {
  return mayContinue(latest, next) && isOfSameEditor(latest, next)
}

/** Whether nothing but another editor keeps a save from changing the latest version in place. */
export function isHandover(latest: Saved, next: Omit<Saved, 'autosave'>): boolean {
  return mayContinue(latest, next) && !isOfSameEditor(latest, next)
}

function mayContinue(latest: Saved, next: Omit<Saved, 'autosave'>): boolean {
  return latest.autosave === true
    && next.version.savedAs === 'edited'
    && !latest.version.versionName
    && Date.parse(String(next.updatedAt)) - new Date(latest.updatedAt).getTime() <= VERSION_PAUSE_MS
}

function isOfSameEditor(latest: Saved, next: Omit<Saved, 'autosave'>): boolean {
  return idOf(latest.version.editedBy) === idOf(next.version.editedBy)
}

function idOf(user: unknown): string {
  return user === null || user === undefined ? '' : String(user)
}
