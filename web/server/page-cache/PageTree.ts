import type { Change } from '@masthead/shared/changes'
import type { Uses } from './Uses'
import { dependencyOf } from './Uses'

/** Entries by path, with an index of what they depend on: a change costs what it affects, however many entries there are. */
export class PageTree<Entry extends { uses: Uses }> {
  readonly #entries = new Map<string, Entry>()
  readonly #pathsByDependency = new Map<string, Set<string>>()

  get size(): number {
    return this.#entries.size
  }

  has(path: string): boolean {
    return this.#entries.has(path)
  }

  get(path: string): Entry | undefined {
    return this.#entries.get(path)
  }

  set(path: string, entry: Entry): void {
    this.delete(path)
    this.#entries.set(path, entry)
    for (const dependency of entry.uses.dependencies) {
      const paths = this.#pathsByDependency.get(dependency)
      if (paths)
        paths.add(path)
      else
        this.#pathsByDependency.set(dependency, new Set([path]))
    }
  }

  delete(path: string): void {
    for (const dependency of this.#entries.get(path)?.uses.dependencies ?? []) {
      const paths = this.#pathsByDependency.get(dependency)
      paths?.delete(path)
      if (paths?.size === 0)
        this.#pathsByDependency.delete(dependency)
    }
    this.#entries.delete(path)
  }

  clear(): void {
    this.#entries.clear()
    this.#pathsByDependency.clear()
  }

  /** Returns the paths of the entries that a change affects. */
  affectedBy(change: Change): string[] {
    const candidates = new Set(change.tags.flatMap(tag => [...this.#pathsByDependency.get(dependencyOf(tag)) ?? []]))
    return [...candidates].filter(path => this.#entries.get(path)!.uses.isTouchedBy(change))
  }
}
