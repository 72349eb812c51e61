import type { Database } from './entries.ts'
import { Subscribers } from './Subscribers.ts'
import { sequenceAssignerOf } from './withSequenceAssigner.ts'

/** Returns the requests that wait for changes of a database in this process. */
export function subscribersOf(database: Database): Subscribers {
  const followers = known.get(database) ?? begin(database)
  known.set(database, followers)
  return followers
}

const known = new WeakMap<Database, Subscribers>()

function begin(database: Database): Subscribers {
  const followers = new Subscribers(database)
  sequenceAssignerOf(database).onNumbers = () => followers.notify()
  return followers
}
