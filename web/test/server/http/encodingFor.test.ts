import { expect, it } from 'vitest'
import { encodingFor } from '../../../server/http/encodingFor'

it.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'br'],
  ['gzip, deflate, br', 'br'],
  ['gzip, deflate', 'gzip'],
  ['x-gzip', 'gzip'],
  ['BR;Q=0.5', 'br'],
  ['gzip;q=1.0, br;q=0.5', 'gzip'],
  ['br;q=0, gzip', 'gzip'],
  ['br;q=0, gzip;q=0.000', 'identity'],
  ['gzip;q=0.5, identity', 'identity'],
  ['*', 'br'],
  ['*;q=0', 'identity'],
  ['br;q=0, *', 'gzip'],
  ['identity;q=0, gzip;q=0.1', 'gzip'],
  ['identity', 'identity'],
  ['brotli, gzipped', 'identity'],
  ['br;q=much, gzip', 'gzip'],
  [';;,,q=1', 'identity'],
])('%j takes %s', (accepted, encoding) => {
  expect(encodingFor(accepted)).toBe(encoding)
})
