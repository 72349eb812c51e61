import { RememberListTime } from './RememberListTime.tsx'

/** Remembers when the server rendered a list: a bulk edit changes no document that was saved by another user since. */
export function ListTime() {
  return <RememberListTime time={new Date().toISOString()} />
}
