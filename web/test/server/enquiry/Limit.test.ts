import { expect, it } from 'vitest'
import { Limit } from '../../../server/enquiry/Limit'

const MINUTE = 60_000
const limit = () => new Limit({ perAddress: 2, inAll: 4, within: 10 * MINUTE })

it('takes as many from one address as may be, and says when the next may come', () => {
  const taking = limit()
  expect(taking.take('a', 0)).toEqual({ wait: 0 })
  expect(taking.take('a', MINUTE)).toEqual({ wait: 0 })
  expect(taking.take('a', 2 * MINUTE)).toEqual({ wait: 8 * 60 })
  expect(taking.take('b', 2 * MINUTE)).toEqual({ wait: 0 })
  expect(taking.take('a', 10 * MINUTE)).toEqual({ wait: 0 })
  expect(taking.take('a', 10 * MINUTE)).toEqual({ wait: 60 })
})

it('takes as many in all as may be, whoever they come from', () => {
  const taking = limit()
  for (const address of ['a', 'b', 'c', 'd'])
    expect(taking.take(address, 0)).toEqual({ wait: 0 })
  expect(taking.take('e', 1)).toEqual({ wait: 600 })
  expect(taking.take('e', 10 * MINUTE)).toEqual({ wait: 0 })
})

it('waits for both', () => {
  const taking = limit()
  taking.take('a', 0)
  taking.take('b', MINUTE)
  taking.take('b', 2 * MINUTE)
  taking.take('c', 3 * MINUTE)
  expect(taking.take('b', 3 * MINUTE)).toEqual({ wait: 8 * 60 })
})

it('does not count what was refused, nor what came to nothing', () => {
  const taking = limit()
  taking.take('a', 0)
  taking.take('a', 0)
  for (let time = 0; time < 1000; time++)
    expect(taking.take('a', time).wait).toBeGreaterThan(0)
  taking.giveBack('a')
  taking.giveBack('nobody')
  expect(taking.take('a', 1000)).toEqual({ wait: 0 })
  expect(taking.take('a', 10 * MINUTE)).toEqual({ wait: 0 })
})
