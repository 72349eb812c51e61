import { Buffer } from 'node:buffer'
import { describe, expect, it } from 'vitest'
import { contentHash } from '../../src/media/contentHash.ts'

interface Picture {
  hash?: string
  focalX?: number
  focalY?: number
  alt?: string
}

/** The hash of a picture after a save. */
async function hashOf(
  { bytes, before, data = {} }: { bytes?: string, before?: Picture, data?: Picture },
): Promise<string | undefined> {
  const req = { context: {}, file: bytes === undefined ? undefined : { data: Buffer.from(bytes) } }
  const after = await contentHash(
    { data, originalDoc: before, req } as unknown as Parameters<typeof contentHash>[0],
  ) as Picture
  return after.hash ?? before?.hash
}

describe('the hash of a picture', () => {
  it('is that of its bytes', async () => {
    expect(await hashOf({ bytes: 'one' })).toMatch(/^[0-9a-f]{16}$/)
    expect(await hashOf({ bytes: 'one' })).toBe(await hashOf({ bytes: 'one' }))
    expect(await hashOf({ bytes: 'one' })).not.toBe(await hashOf({ bytes: 'two' }))
  })

  it('is the same whether the middle is chosen or left', async () => {
    expect(await hashOf({ bytes: 'one', data: { focalX: 50, focalY: 50 } })).toBe(await hashOf({ bytes: 'one' }))
  })

  it('changes with the focal point', async () => {
    const before = { hash: await hashOf({ bytes: 'one' }), focalX: 50, focalY: 50 }
    expect(await hashOf({ before, data: { focalX: 10 } })).not.toBe(before.hash)
  })

  it('stays while only words change', async () => {
    const before = { hash: await hashOf({ bytes: 'one' }), focalX: 50, focalY: 50 }
    expect(await hashOf({ before, data: { alt: 'Other words' } })).toBe(before.hash)
  })
})
