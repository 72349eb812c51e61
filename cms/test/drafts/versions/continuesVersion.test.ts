import { describe, expect, it } from 'vitest'
import { continuesVersion, VERSION_PAUSE_MS } from '../../../src/drafts/versions/continuesVersion.ts'

const savedAt = Date.parse('2026-11-27T10:00:00Z')
const latest = {
  autosave: true,
  updatedAt: new Date(savedAt).toISOString(),
  version: { editedBy: 'ada', savedAs: 'edited' as const },
}
const next = {
  updatedAt: new Date(savedAt + 1000).toISOString(),
  version: { editedBy: 'ada', savedAs: 'edited' as const },
}

describe('an autosave', () => {
  it('changes the latest version in place', () => {
    expect(continuesVersion(latest, next)).toBe(true)
    expect(continuesVersion({ ...latest, version: { ...latest.version, savedAs: 'created' } }, next)).toBe(true)
  })

  it.each([0, 1])('does so until the pause is over: %s ms more', (more) => {
    const updatedAt = new Date(savedAt + VERSION_PAUSE_MS + more).toISOString()
    expect(continuesVersion(latest, { ...next, updatedAt })).toBe(more === 0)
  })

  it.each([
    ['the latest is kept', { ...latest, autosave: false }, next],
    ['the latest has a name', { ...latest, version: { ...latest.version, versionName: 'A name' } }, next],
    ['another person saves', latest, { ...next, version: { ...next.version, editedBy: 'ines' } }],
    ['the user who saved the latest is not known', { ...latest, version: {} }, next],
    ['the save publishes', latest, { ...next, version: { ...next.version, savedAs: 'published' as const } }],
    ['the save unpublishes', latest, { ...next, version: { ...next.version, savedAs: 'unpublished' as const } }],
  ])('begins a version if %s', (_, latest, next) => {
    expect(continuesVersion(latest, next)).toBe(false)
  })
})
