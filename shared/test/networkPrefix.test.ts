import { expect, it } from 'vitest'
import { networkPrefix } from '../src/networkPrefix.ts'

it.each([
  ['203.0.113.7', '203.0.113.7'],
  ['2001:db8:0:1:aaaa::1', '2001:db8:0:1::/64'],
  ['2001:db8:0:1::', '2001:db8:0:1::/64'],
  ['2001:0DB8::7', '2001:db8:0:0::/64'],
  ['::1', '0:0:0:0::/64'],
  ['fe80::1%eth0', 'fe80:0:0:0::/64'],
  ['unknown', 'unknown'],
])('the network of %s is %s', (address, network) => {
  expect(networkPrefix(address)).toBe(network)
})

it.each([
  ['198.51.100.7', { ipv4: 24, ipv6: 48 }, '198.51.100.0/24'],
  ['198.51.100.7', { ipv4: 16, ipv6: 32 }, '198.51.0.0/16'],
  ['2001:0DB8:1:2::9', { ipv4: 24, ipv6: 48 }, '2001:db8:1::/48'],
  ['2001:db8::9', { ipv4: 16, ipv6: 32 }, '2001:db8::/32'],
  ['fe80::1%eth0', { ipv4: 16, ipv6: 32 }, 'fe80:0::/32'],
  ['unknown', { ipv4: 16, ipv6: 32 }, 'unknown'],
])('of %s with the prefix %j is %s', (address, length, network) => {
  expect(networkPrefix(address, length)).toBe(network)
})
