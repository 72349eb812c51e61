import { expect, it } from 'vitest'
import { reasonText } from '../../../src/admin/versions/reasonText.ts'
import { relativeTime } from '../../../src/admin/versions/relativeTime.ts'

const version = { isTrashed: false, wasPublished: false }

it.each([
  [{ ...version, reason: 'published' as const, wasPublished: true }, 'Published'],
  [{ ...version, reason: 'kept' as const, name: 'Before the review' }, 'Kept: Before the review'],
  [{ ...version, reason: 'edited' as const }, 'Edited'],
  [{ ...version, reason: 'restored' as const }, 'Restored'],
  [{ ...version, reason: 'restored' as const, wasPublished: true }, 'Changes discarded'],
  [{ ...version, reason: 'edited' as const, isTrashed: true }, 'Moved to the trash'],
  [version, 'Edited'],
  [{ ...version, wasPublished: true }, 'Published'],
])('a version says why it exists: %#', (version, text) => {
  expect(reasonText(version)).toBe(text)
})

it.each([
  [20, 'just now'],
  [60, '1 minute ago'],
  [3 * 3600 + 1800, '3 hours ago'],
  [86_400, 'yesterday'],
  [20 * 86_400, '2 weeks ago'],
])('%s seconds ago is “%s”', (seconds, text) => {
  const now = Date.parse('2026-11-27T12:00:00Z')
  expect(relativeTime(new Date(now - seconds * 1000).toISOString(), now)).toBe(text)
})
