import { setImmediate, setTimeout as sleep } from 'node:timers/promises'
import { urgentWork } from './urgentWork'

/**
 * Works through items beside everything else: in slices of a few milliseconds, between which others have their turn.
 * While there are others it rests after each slice as long as the slice took, so it takes half of a core at most, and
 * less where the disk is slow. Urgent work comes first.
 *
 * @param options.hasOthers returns whether other work came since its last call; by default it always did
 */
export async function inBackground<T>(
  items: Iterable<T>,
  work: (item: T) => void | Promise<void>,
  { hasOthers = () => true }: { hasOthers?: () => boolean } = {},
): Promise<void> {
  let startedAt = performance.now()
  for (const item of items) {
    await work(item)
    const tookMs = performance.now() - startedAt
    if (tookMs < SLICE_MS)
      continue
    await setImmediate()
    await urgentWork.done()
    if (hasOthers())
      await sleep(Math.min(tookMs, MAX_REST_MS))
    startedAt = performance.now()
  }
}

const SLICE_MS = 5

/** Work that waits for something else is no reason for a long rest. */
const MAX_REST_MS = 50
