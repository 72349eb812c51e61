import { Buffer } from 'node:buffer'
import { expect, it } from 'vitest'
import { seal, unseal } from '../../../src/users/secondFactor/seal.ts'

it('what is sealed opens for the same user', () => {
  expect(unseal(seal('JBSWY3DP', 'ida'), 'ida')).toBe('JBSWY3DP')
})

it('what is sealed shows nothing, and is another text each time', () => {
  const [one, other] = [seal('JBSWY3DP', 'ida'), seal('JBSWY3DP', 'ida')]
  expect(one).not.toBe(other)
  expect(Buffer.from(one, 'base64url').toString('latin1')).not.toContain('JBSWY3DP')
})

it('opens for nobody else, and not if a bit of it was changed or left out', () => {
  const sealed = seal('JBSWY3DP', 'ida')
  expect(() => unseal(sealed, 'eve')).toThrow()
  const bytes = Buffer.from(sealed, 'base64url')
  for (let index = 0; index < bytes.length; index++) {
    const changed = Buffer.from(bytes)
    changed[index]! ^= 1
    expect(() => unseal(changed.toString('base64url'), 'ida')).toThrow()
  }
  expect(() => unseal(bytes.subarray(0, -1).toString('base64url'), 'ida')).toThrow()
})
