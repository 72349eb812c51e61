import type { Database } from './entries.ts'
import { Followers } from './Followers.ts'
import { numberingOf } from './withNumbering.ts'

/** Who follows the changes of a database in this process. */
export function followersOf(database: Database): Followers {
  const followers = known.get(database) ?? begin(database)
  known.set(database, followers)
  return followers
}

const known = new WeakMap<Database, Followers>()

function begin(database: Database): Followers {
  const followers = new Followers(database)
  numberingOf(database).onNumbers = () => followers.wake()
  return followers
}
