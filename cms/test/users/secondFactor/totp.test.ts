import { TOTP } from 'otpauth'
import { describe, expect, it } from 'vitest'
import { createSecret, keyUri, stepOfCode } from '../../../src/users/secondFactor/totp.ts'

/** That of RFC 6238, appendix B, “12345678901234567890”. */
const RFC_SECRET = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ'

describe('the step of a code', () => {
  it.each([
    [59, '287082', 1],
    [1_111_111_109, '081804', 37_037_036],
    [1_234_567_890, '005924', 41_152_263],
    [20_000_000_000, '353130', 666_666_666],
  ])('is that of RFC 6238 at %i s', (seconds, code, step) => {
    expect(stepOfCode(RFC_SECRET, code, new Date(seconds * 1000))).toBe(step)
  })

  it.each([[-2, false], [-1, true], [0, true], [1, true], [2, false]])(
    'is known %i steps away: %s',
    (drift, isKnown) => {
      const now = new Date('2026-11-27T12:00:10Z')
      const step = Math.floor(now.getTime() / 30_000) + drift
      const code = new TOTP({ secret: RFC_SECRET }).generate({ timestamp: step * 30_000 })
      expect(stepOfCode(RFC_SECRET, code, now)).toBe(isKnown ? step : undefined)
    },
  )

  it('is none for what is no code', () => {
    for (const code of ['', '12345', '1234567', 'abcdef', '２８７０８２'])
      expect(stepOfCode(RFC_SECRET, code, new Date(59_000))).toBeUndefined()
  })
})

it('a secret has 160 bits, and is another one each time', () => {
  const secrets = Array.from({ length: 50 }, createSecret)
  expect(new Set(secrets).size).toBe(50)
  expect(secrets).toSatisfy((all: string[]) => all.every(secret => /^[A-Z2-7]{32}$/.test(secret)))
})

it('the address of a key names the site and the account, and what all apps understand', () => {
  const url = new URL(keyUri(RFC_SECRET, { issuer: 'Masthead cms.example.com', account: 'ida@example.com' }))
  expect(decodeURIComponent(url.href)).toContain('otpauth://totp/Masthead cms.example.com:ida@example.com?')
  expect(Object.fromEntries(url.searchParams)).toEqual({
    issuer: 'Masthead cms.example.com',
    secret: RFC_SECRET,
    algorithm: 'SHA1',
    digits: '6',
    period: '30',
  })
})
