import { Lane } from './Lane.ts'

/**
 * In which passwords are judged. Each costs a core a tenth of a second or more, and Node hashes four at a time: those
 * without a device mark never take all, and nobody else waits behind them.
 */
export const LANES = {
  unknown: new Lane({ maxRunning: 2, maxWaiting: 16 }),
  known: new Lane({ maxRunning: 2, maxWaiting: 16 }),
}
