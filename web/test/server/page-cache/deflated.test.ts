import { Buffer } from 'node:buffer'
import { crc32, gunzipSync } from 'node:zlib'
import { expect, it } from 'vitest'
import { combinedCrc } from '../../../server/page-cache/combinedCrc'
import { deflated, gzipOf } from '../../../server/page-cache/deflated'

const TEXTS = ['', 'a', '<p>Grüße, 世界</p>', 'word '.repeat(30_000), '']

it('joins compressed parts to one gzip member, in any order', async () => {
  const parts = await Promise.all(TEXTS.map(deflated))
  expect(gunzipSync(gzipOf(parts)).toString()).toBe(TEXTS.join(''))
  expect(gunzipSync(gzipOf(parts.toReversed())).toString()).toBe(TEXTS.toReversed().join(''))
  expect(gunzipSync(gzipOf([])).toString()).toBe('')
})

it('has one member only, for browsers stop after the first', async () => {
  const member = gzipOf(await Promise.all(TEXTS.map(deflated)))
  expect(member.indexOf(Buffer.from([0x1F, 0x8B, 8]), 1)).toBe(-1)
})

it('combines checksums as if the texts were one', () => {
  for (const first of TEXTS) {
    for (const second of TEXTS)
      expect(combinedCrc(crc32(first), crc32(second), Buffer.byteLength(second))).toBe(crc32(first + second))
  }
})
