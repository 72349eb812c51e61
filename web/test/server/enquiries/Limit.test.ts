import { expect, it } from 'vitest'
import { Limit } from '../../../server/enquiries/Limit'

const MINUTE = 60_000
function limit() {
  return new Limit({ maxPerVisitor: 2, maxPerNetwork: 3, maxPerProvider: 4, maxInAll: 6, windowMs: 10 * MINUTE })
}

it('accepts as many of one visitor as may be, and says when the next may come', () => {
  const taking = limit()
  expect(taking.take('198.51.100.1', 0)).toEqual({ waitS: 0 })
  expect(taking.take('198.51.100.1', MINUTE)).toEqual({ waitS: 0 })
  expect(taking.take('198.51.100.1', 2 * MINUTE)).toEqual({ waitS: 8 * 60 })
  expect(taking.take('203.0.113.1', 2 * MINUTE)).toEqual({ waitS: 0 })
  expect(taking.take('198.51.100.1', 10 * MINUTE)).toEqual({ waitS: 0 })
  expect(taking.take('198.51.100.1', 10 * MINUTE)).toEqual({ waitS: 60 })
})

it.each([
  ['an IPv4 network', ['198.51.100.1', '198.51.100.2', '198.51.100.3', '198.51.100.4'], 3, '198.51.101.1'],
  ['an IPv4 provider', ['198.51.1.1', '198.51.2.1', '198.51.3.1', '198.51.4.1', '198.51.5.1'], 4, '198.52.1.1'],
  ['one visitor’s IPv6', ['2001:db8:1:2::1', '2001:db8:1:2::2', '2001:db8:1:2::3'], 2, '2001:db8:1:3::1'],
  [
    'an IPv6 network',
    ['2001:db8:1:1::1', '2001:db8:1:2::1', '2001:db8:1:3::1', '2001:db8:1:4::1'],
    3,
    '2001:db8:2:1::1',
  ],
  [
    'an IPv6 provider',
    ['2001:db8:1::1', '2001:db8:2::1', '2001:db8:3::1', '2001:db8:4::1', '2001:db8:5::1'],
    4,
    '2001:db9::1',
  ],
])('accepts no more of %s than is its due, and goes on accepting others', (_, addresses, accepted, other) => {
  const taking = limit()
  expect(addresses.filter(address => taking.take(address, 0).waitS === 0)).toHaveLength(accepted)
  expect(taking.take(other, 1)).toEqual({ waitS: 0 })
})

it('accepts as many in all as may be, from all over the world', () => {
  const taking = limit()
  for (const first of [1, 2, 3, 4, 5, 6])
    expect(taking.take(`${first}.1.1.1`, 0)).toEqual({ waitS: 0 })
  expect(taking.take('7.1.1.1', 1)).toEqual({ waitS: 600 })
  expect(taking.take('7.1.1.1', 10 * MINUTE)).toEqual({ waitS: 0 })
})

it('lets nobody but one network wait for it, however often it tries', () => {
  const taking = limit()
  for (let host = 0; host < 1000; host++)
    taking.take(`198.51.${host % 250}.1`, host)
  expect(taking.take('203.0.113.1', 1000)).toEqual({ waitS: 0 })
  expect(taking.take('2001:db8::1', 1000)).toEqual({ waitS: 0 })
})

it('waits for the last of its limits', () => {
  const taking = limit()
  taking.take('198.51.100.1', 0)
  taking.take('198.51.100.2', MINUTE)
  taking.take('198.51.100.2', 2 * MINUTE)
  expect(taking.take('198.51.100.2', 3 * MINUTE)).toEqual({ waitS: 8 * 60 })
  expect(taking.take('198.51.100.3', 3 * MINUTE)).toEqual({ waitS: 7 * 60 })
})

it('counts neither what was refused, nor what was taken back', () => {
  const taking = limit()
  taking.take('198.51.100.1', 0)
  taking.take('198.51.100.1', 0)
  for (let time = 0; time < 1000; time++)
    expect(taking.take('198.51.100.1', time).waitS).toBeGreaterThan(0)
  taking.refund('198.51.100.1')
  taking.refund('203.0.113.1')
  expect(taking.take('198.51.100.1', 1000)).toEqual({ waitS: 0 })
  expect(taking.take('198.51.100.1', 10 * MINUTE)).toEqual({ waitS: 0 })
})
