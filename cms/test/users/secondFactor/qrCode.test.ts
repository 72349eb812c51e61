import { expect, it } from 'vitest'
import { qrCode } from '../../../src/users/secondFactor/qrCode.ts'

it('a QR code has a margin of four modules, and the three squares by which it is found', () => {
  const { size, path } = qrCode(
    'otpauth://totp/Masthead:ida@example.com?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ&issuer=Masthead',
  )
  const dark = new Set([...path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)].map(([, x, y]) => `${x} ${y}`))
  const corners = [[4, 4], [size - 11, 4], [4, size - 11]] as const
  for (const [x, y] of corners) {
    for (let step = 0; step < 7; step++) {
      expect([dark.has(`${x + step} ${y}`), dark.has(`${x} ${y + step}`), dark.has(`${x + 6} ${y + step}`)]).toEqual([
        true,
        true,
        true,
      ])
    }
    expect(dark.has(`${x + 1} ${y + 1}`)).toBe(false)
  }
  expect([...dark].some(place => place.split(' ').some(at => Number(at) < 4 || Number(at) > size - 5))).toBe(false)
})
