import { describe, expect, it } from 'vitest'
import { ClientAddresses } from '../src/ClientAddresses.ts'
import { readEnv } from '../src/env.ts'

function find(peer: string, forwardedFor: string, trusted?: string): string {
  return new ClientAddresses(readEnv({ TRUSTED_PROXIES: trusted }).trustedProxies).find(peer, forwardedFor)
}

describe('the address of a client', () => {
  it.each([
    ['127.0.0.1', '203.0.113.7', '203.0.113.7'],
    ['::ffff:127.0.0.1', '203.0.113.7', '203.0.113.7'],
    ['::1', '2001:db8::7', '2001:db8::7'],
    ['172.18.0.5', 'made up, 203.0.113.7', '203.0.113.7'],
    ['127.0.0.1', '', '127.0.0.1'],
    ['127.0.0.1', 'unknown', '127.0.0.1'],
    ['203.0.113.7', '198.51.100.1', '203.0.113.7'],
  ])('of a connection from %s with “%s” is %s, where no proxy is named', (peer, forwardedFor, expected) => {
    expect(find(peer, forwardedFor)).toBe(expected)
  })

  it('is not what a visitor of the same private network wrote, where no proxy is named', () => {
    expect(find('127.0.0.1', '203.0.113.7, 192.168.1.9')).toBe('192.168.1.9')
  })

  it('is found behind several proxies that are named', () => {
    const trusted = '198.51.100.1,10.0.0.0/8'
    expect(find('10.1.2.3', '192.0.2.66, 203.0.113.7, 198.51.100.1', trusted)).toBe('203.0.113.7')
    expect(find('10.1.2.3', '198.51.100.1', trusted)).toBe('198.51.100.1')
    expect(find('127.0.0.1', '203.0.113.7', trusted)).toBe('127.0.0.1')
  })
})
