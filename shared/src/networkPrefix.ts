import { isIP } from 'node:net'

/** The number of bits of an address that identify a network: multiples of 8 for IPv4, of 16 for IPv6. */
export interface PrefixLength {
  ipv4: number
  ipv6: number
}

/** The bits that one visitor cannot change: all of IPv4, the first 64 of IPv6. */
export const VISITOR: PrefixLength = { ipv4: 32, ipv6: 64 }

/** Returns the network of an address, as `2001:db8:1:2::/64`; for a full-length IPv4 prefix, the address alone. */
export function networkPrefix(address: string, { ipv4, ipv6 } = VISITOR): string {
  const version = isIP(address)
  if (version === 6)
    return `${groupsOf(address).slice(0, ipv6 / 16).join(':')}::/${ipv6}`
  return version === 4 && ipv4 < 32
    ? `${address.split('.').map((byte, index) => index < ipv4 / 8 ? byte : '0').join('.')}/${ipv4}`
    : address
}

/** Returns the eight groups of an IPv6 address, without leading zeros. */
function groupsOf(address: string): string[] {
  const [head, tail] = address.replace(/%.*$/, '').split('::').map(part => part.split(':').filter(Boolean))
  const zeros = Array.from<string>({ length: Math.max(0, 8 - head!.length - (tail?.length ?? 0)) }).fill('0')
  return [...head!, ...zeros, ...tail ?? []].map(group => Number.parseInt(group, 16).toString(16))
}
