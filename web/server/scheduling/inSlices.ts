import { setImmediate } from 'node:timers/promises'

/**
 * Works through items, and lets others have their turn every few milliseconds: many items are no pause for readers.
 *
 * @param options.around does a slice, with what has to be done before and after it
 */
export async function inSlices<T>(
  items: Iterable<T>,
  work: (item: T) => void,
  { around = slice => slice() }: { around?: (slice: () => void) => void } = {},
): Promise<void> {
  const rest = items[Symbol.iterator]()
  let isDone = false
  do {
    around(() => isDone = workForSlice(rest, work))
    if (!isDone)
      await setImmediate()
  }
  while (!isDone)
}

/** Returns whether there are no items left. */
function workForSlice<T>(items: Iterator<T>, work: (item: T) => void): boolean {
  const startedAt = performance.now()
  for (let next = items.next(); !next.done; next = items.next()) {
    work(next.value)
    if (performance.now() - startedAt > SLICE_MS)
      return false
  }
  return true
}

const SLICE_MS = 5
