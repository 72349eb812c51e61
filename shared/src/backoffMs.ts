/** Returns how long to wait after a number of failures: longer each time, and never the same for two processes. */
export function backoffMs(failures: number, { baseMs, maxMs }: { baseMs: number, maxMs: number }): number {
  return Math.min(baseMs * 2 ** failures, maxMs) * (0.5 + Math.random() / 2)
}
