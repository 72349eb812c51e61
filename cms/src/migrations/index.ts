import * as m0 from './20261122_123718_initial.ts'

/** Every change of the SQLite schema, oldest first: written by `pnpm types`. */
export const migrations = [
  { name: '20261122_123718_initial', up: m0.up, down: m0.down },
]
