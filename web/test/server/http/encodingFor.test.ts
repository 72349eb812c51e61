import { expect, it } from 'vitest'
import { encodingFor } from '../../../server/http/encodingFor'

it.each([
  [undefined, 'identity'],
  ['', 'identity'],
  ['gzip, deflate, br, zstd', 'gzip'],
  ['gzip, deflate', 'gzip'],
  ['x-gzip', 'gzip'],
  ['GZIP;Q=0.5', 'gzip'],
  ['gzip;q=0.000', 'identity'],
  ['gzip;q=0.5, identity', 'identity'],
  ['*', 'gzip'],
  ['*;q=0', 'identity'],
  ['gzip;q=0, *', 'identity'],
  ['identity;q=0, gzip;q=0.1', 'gzip'],
  ['identity', 'identity'],
  ['br', 'identity'],
  ['brotli, gzipped', 'identity'],
  ['gzip;q=much', 'identity'],
  [';;,,q=1', 'identity'],
])('%j takes %s', (accepted, encoding) => {
  expect(encodingFor(accepted)).toBe(encoding)
})
