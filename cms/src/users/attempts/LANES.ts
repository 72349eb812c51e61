import { Lane } from './Lane.ts'

/**
 * The queues in which passwords are judged. Each judgement takes a core a tenth of a second or more, and Node hashes
 * four at a time. Requests without a device mark never take all four, so requests with a mark do not wait behind them.
 */
export const LANES = {
  unknown: new Lane({ maxRunning: 2, maxWaiting: 16 }),
  known: new Lane({ maxRunning: 2, maxWaiting: 16 }),
}
