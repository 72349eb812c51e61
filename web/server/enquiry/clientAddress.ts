import type { IncomingMessage } from 'node:http'
import { BlockList, isIP } from 'node:net'

/**
 * Where a request comes from: the other end of the connection or, when that is a proxy of ours, whoever the proxy
 * says it answers. Anybody can write `X-Forwarded-For`; only its last entry is the proxy's own.
 */
export function clientAddress({ socket, headers }: Pick<IncomingMessage, 'headers'> & { socket: { remoteAddress?: string } }): string {
  const connected = plain(socket.remoteAddress ?? '')
  const forwarded = plain([headers['x-forwarded-for'] ?? []].flat().join(',').split(',').at(-1)!.trim())
  return household(isOurs(connected) && isIP(forwarded) ? forwarded : connected)
}

const OURS = new BlockList()
for (const [network, prefix] of [['127.0.0.0', 8], ['10.0.0.0', 8], ['172.16.0.0', 12], ['192.168.0.0', 16]] as const)
  OURS.addSubnet(network, prefix, 'ipv4')
for (const [network, prefix] of [['::1', 128], ['fc00::', 7], ['fe80::', 10]] as const)
  OURS.addSubnet(network, prefix, 'ipv6')

function isOurs(address: string): boolean {
  const version = isIP(address)
  return version !== 0 && OURS.check(address, version === 6 ? 'ipv6' : 'ipv4')
}

/** An IPv4 address that came by a socket of both kinds is written as one of IPv6. */
function plain(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.)/i, '')
}

/** Whoever has an address of IPv6 has 2⁶⁴ of them: they count as one. */
function household(address: string): string {
  if (isIP(address) !== 6)
    return address
  const [head, tail]: (string | undefined)[] = address.replace(/%.*$/, '').split('::')
  const groups = (part: string | undefined) => part?.split(':').filter(Boolean) ?? []
  const missing = 8 - groups(head).length - groups(tail).length
  return [...groups(head), ...Array.from<string>({ length: Math.max(0, missing) }).fill('0'), ...groups(tail)]
    .slice(0, 4)
    .map(group => Number.parseInt(group, 16).toString(16))
    .join(':')
}
