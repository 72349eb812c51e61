import { expect, it } from 'vitest'
import { CircuitBreaker } from '../../../server/page-cache/CircuitBreaker'

it('lets one try a second through while it is open, and all when it is closed', () => {
  let now = 0
  const breaker = new CircuitBreaker(() => now)
  expect([breaker.mayTry(), breaker.mayTry()]).toEqual([true, true])
  breaker.open()
  expect([breaker.isOpen, breaker.mayTry()]).toEqual([true, false])
  now = 1000
  expect([breaker.mayTry(), breaker.mayTry(), breaker.isOpen]).toEqual([true, false, true])
  breaker.close()
  expect([breaker.mayTry(), breaker.mayTry(), breaker.isOpen]).toEqual([true, true, false])
})
