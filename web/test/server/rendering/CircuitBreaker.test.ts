import { expect, it } from 'vitest'
import { CircuitBreaker } from '../../../server/rendering/CircuitBreaker'

it('lets one try a second through while the CMS is silent, and all when it answers', () => {
  let now = 0
  const breaker = new CircuitBreaker(() => now)
  expect([breaker.mayTry(), breaker.mayTry()]).toEqual([true, true])
  breaker.recordFailure()
  expect([breaker.isOpen, breaker.mayTry()]).toEqual([true, false])
  now = 1000
  expect([breaker.mayTry(), breaker.mayTry(), breaker.isOpen]).toEqual([true, false, true])
  breaker.recordSuccess()
  expect([breaker.mayTry(), breaker.mayTry(), breaker.isOpen]).toEqual([true, true, false])
})

it('takes no failure amiss while the CMS answers others', () => {
  let now = 0
  const breaker = new CircuitBreaker(() => now)
  breaker.recordSuccess()
  now = 900
  breaker.recordFailure()
  expect(breaker.isOpen).toBe(false)
  now = 1900
  breaker.recordFailure()
  expect(breaker.isOpen).toBe(true)
})
