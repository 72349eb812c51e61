import process from 'node:process'
import { afterEach, expect, it, vi } from 'vitest'

afterEach(() => {
  for (const name of ['PAYLOAD_SECRET', 'PAYLOAD_SECRET_PREVIOUS', 'AUDIT_SECRET'])
    delete process.env[name]
})

/** The module, as a process with these secrets has it. */
async function load(secret: string, previous?: string) {
  vi.resetModules()
  Object.assign(process.env, {
    PAYLOAD_SECRET: secret,
    ...(previous && { PAYLOAD_SECRET_PREVIOUS: previous, AUDIT_SECRET: previous }),
  })
  return import('../../../src/users/secondFactor/seal.ts')
}

const OLD = 'the secret of before'
const NEW = 'the secret of now, no longer that'

it('opens what was sealed with the secret of before, and seals it afresh', async () => {
  const sealed = (await load(OLD)).seal('JBSWY3DP', '7')
  const during = await load(NEW, OLD)
  expect(during.unseal(sealed, '7')).toBe('JBSWY3DP')
  const afresh = during.reseal(sealed, '7')!
  expect(during.reseal(afresh, '7')).toBeUndefined()
  expect(() => during.unseal(sealed, '8')).toThrow()

  delete process.env.PAYLOAD_SECRET_PREVIOUS
  const after = await load(NEW)
  expect(after.unseal(afresh, '7')).toBe('JBSWY3DP')
  expect(() => after.unseal(sealed, '7')).toThrow()
})
