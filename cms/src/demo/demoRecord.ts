import type { Payload } from 'payload'

/** Whether the demo content was begun, completed, or declined by a start with `DEMO=0`. */
type DemoState = 'begun' | 'filled' | 'declined'

/** Returns access to what the database remembers of the demo content. */
export function demoRecord(
  { kv }: Pick<Payload, 'kv'>,
): { read: () => Promise<DemoState | undefined>, write: (state: DemoState) => Promise<void> } {
  return {
    // Its one key is the state, its value when that was.
    read: async () =>
      Object.keys(await kv.get<Partial<Record<DemoState, string>>>(KEY) ?? {})[0] as DemoState | undefined,
    write: async state => kv.set(KEY, { [state]: new Date().toISOString() }),
  }
}

const KEY = 'demo'
