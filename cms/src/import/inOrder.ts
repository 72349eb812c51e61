import type { Article } from './Article.ts'
import { providedBy, requiredBy } from './providedBy.ts'

/**
 * Returns the files in the given order, but each after the files that it refers to. Of two that refer to each other,
 * the second comes first.
 */
export function inOrder<File extends { article: Article }>(files: File[]): File[] {
  const ordered = new Set<File>()
  const visited = new Set<File>()
  const visit = (file: File) => {
    if (visited.has(file))
      return
    visited.add(file)
    const required = requiredBy(file.article)
    files.filter(other => providedBy(other.article).some(provided => required.includes(provided))).forEach(visit)
    ordered.add(file)
  }
  files.forEach(visit)
  return [...ordered]
}
