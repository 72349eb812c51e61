import * as m0 from './20261122_123718_initial.ts'
import * as m1 from './20261122_132825_landing.ts'
import * as m2 from './20261122_133939_enquiries.ts'

/** Every change of the SQLite schema, oldest first: written by `pnpm types`. */
export const migrations = [
  { name: '20261122_123718_initial', up: m0.up, down: m0.down },
  { name: '20261122_132825_landing', up: m1.up, down: m1.down },
  { name: '20261122_133939_enquiries', up: m2.up, down: m2.down },
]
