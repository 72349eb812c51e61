import { ClientAddresses } from '@masthead/shared/ClientAddresses'
import { expect, it } from 'vitest'
import { clientAddress } from '../../../server/enquiries/clientAddress'

function from(remoteAddress: string | undefined, forwarded?: string) {
  return clientAddress(new ClientAddresses(undefined), {
    socket: { remoteAddress },
    headers: { 'x-forwarded-for': forwarded },
  })
}

it.each([
  ['198.51.100.7', undefined, '198.51.100.7'],
  ['::ffff:198.51.100.7', undefined, '198.51.100.7'],
  [undefined, undefined, ''],
])('is the other end of the connection: %s', (connected, forwarded, address) => {
  expect(from(connected, forwarded)).toBe(address)
})

it.each(['127.0.0.1', '::1', '::ffff:127.0.0.1', '10.1.2.3', '172.20.0.5', '192.168.1.1', 'fd00::5', 'fe80::1%eth0'])(
  'is what our own proxy at %s says',
  (proxy) => {
    expect(from(proxy, '198.51.100.7')).toBe('198.51.100.7')
  },
)

it('is what the proxy itself added, not what the visitor wrote before', () => {
  expect(from('127.0.0.1', '1.1.1.1, 2.2.2.2,198.51.100.7 ')).toBe('198.51.100.7')
})

it.each(['198.51.100.9', '172.32.0.1', '2001:db8::1'])('is not what a stranger at %s says', (stranger) => {
  expect(from(stranger, '203.0.113.5')).toBe(from(stranger))
})

it.each(['', 'unknown', '198.51.100.7:4711', '<script>', '1.1.1.1, '])('is the proxy where it says %j', (forwarded) => {
  expect(from('127.0.0.1', forwarded)).toBe('127.0.0.1')
})
