import { readFileSync } from 'node:fs'

/** The whole example of docs/article-format.md. */
export function docsExample(): string {
  const docs = readFileSync(new URL('../../../docs/article-format.md', import.meta.url), 'utf8')
  const example = /^````markdown\n(.*?)^````$/ms.exec(docs)?.[1]
  if (!example)
    throw new Error('docs/article-format.md has no example between lines of four backticks.')
  return example
}
