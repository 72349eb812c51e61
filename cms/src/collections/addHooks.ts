import type { CollectionConfig } from 'payload'

/** Adds hooks to a collection: `first` run before those that it has, `last` after them. */
export function addHooks<Collection extends CollectionConfig>(
  collection: Collection,
  { first = {}, last = {} }: { first?: Hooks, last?: Hooks },
): Collection {
  const own: Hooks = collection.hooks ?? {}
  const names = new Set([first, own, last].flatMap(hooks => Object.keys(hooks))) as Set<keyof Hooks>
  const hooks = Object.fromEntries(
    [...names].map(name => [name, [first, own, last].flatMap<unknown>(hooks => hooks[name] ?? [])]),
  )
  // Each list holds hooks of its own name.
  return { ...collection, hooks: hooks as Hooks }
}

export type Hooks = NonNullable<CollectionConfig['hooks']>
