import type { Database } from '../../../src/users/secondFactor/Database.ts'
import { Buffer } from 'node:buffer'
import { afterEach, expect, it, vi } from 'vitest'
import { createChallenge, useChallenge } from '../../../src/users/passkeys/challenge.ts'

/** Takes whatever is counted; tests on real databases show that a challenge is used once. */
const database = { findOne: async () => null, create: async () => ({}) } as unknown as Database

function use(challenge: Uint8Array, purpose = 'sign-in') {
  return useChallenge(database, Buffer.from(challenge).toString('base64url'), purpose)
}

afterEach(() => {
  vi.useRealTimers()
})

it('a challenge is for its purpose', async () => {
  expect(await use(createChallenge('sign-in'))).toBe(true)
  expect(await use(createChallenge('sign-in'), 'factor 1')).toBe(false)
})

it('a challenge ends after five minutes', async () => {
  vi.useFakeTimers()
  const challenge = createChallenge('sign-in')
  vi.advanceTimersByTime(5 * 60_000 - 1)
  expect(await use(challenge)).toBe(true)
  vi.advanceTimersByTime(2)
  expect(await use(challenge)).toBe(false)
})

it('no challenge can be made up', async () => {
  const challenge = createChallenge('sign-in')
  for (let index = 0; index < challenge.length; index++) {
    const changed = Uint8Array.from(challenge)
    changed[index]! ^= 1
    expect(await use(changed)).toBe(false)
  }
  for (const made of [new Uint8Array(), challenge.subarray(1), new Uint8Array([...challenge, 0])])
    expect(await use(made)).toBe(false)
})
