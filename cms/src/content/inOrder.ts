import type { Article } from './Article.ts'
import { needsOf, providedBy } from './providedBy.ts'

/** The files in the order given, but each after those that it refers to; of two that refer to each other, the second first. */
export function inOrder<File extends { article: Article }>(files: File[]): File[] {
  const ordered = new Set<File>()
  const visited = new Set<File>()
  const visit = (file: File) => {
    if (visited.has(file))
      return
    visited.add(file)
    const needs = needsOf(file.article)
    files.filter(other => providedBy(other.article).some(promise => needs.includes(promise))).forEach(visit)
    ordered.add(file)
  }
  files.forEach(visit)
  return [...ordered]
}
