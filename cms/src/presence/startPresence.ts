import type { Payload } from 'payload'
import { PresenceBoard } from './PresenceBoard.ts'
import { presenceStoreOf } from './presenceStoreOf.ts'
import { readRevisions } from './readRevisions.ts'

/** Makes the presence board of this process. */
export function startPresence(payload: Payload): void {
  shared[BOARD] = new PresenceBoard({
    store: presenceStoreOf(payload),
    readRevisions: documents => readRevisions(payload, documents),
  })
}

/** Returns the presence board of this process; undefined until the server is prepared. */
export function presenceBoard(): PresenceBoard | undefined {
  return shared[BOARD]
}

/** A global symbol: Next bundles the server’s start and the routes separately, and they share this. */
const BOARD: unique symbol = Symbol.for('masthead.presenceBoard')

const shared = globalThis as { [BOARD]?: PresenceBoard }
