import type { Planning } from './Planning.ts'
import type { Problem } from './Problem.ts'
import type { Plan } from './Step.ts'
import { ImportError } from './ImportError.ts'
import { planAuthor, planCategory } from './planNamed.ts'
import { planOwn } from './planOwn.ts'
import { planPictures } from './planPictures.ts'
import { planPost } from './planPost.ts'
import { cardsOf, tablesOf } from './sourcesOf.ts'

/**
 * Compares an article with the database and returns the steps of its import. Writes nothing.
 *
 * @throws {ImportError} if the article refers to a missing document, or would overwrite one that is not its own
 */
export async function planArticle(
  start: Pick<Planning, 'payload' | 'article' | 'pictures' | 'options' | 'promised'>,
): Promise<Plan> {
  const { article } = start
  const problems: Problem[] = []
  const planning: Planning = {
    ...start,
    slug: article.slug,
    steps: [],
    notes: [],
    ids: new Map(),
    report: (line, problem, fix) => void problems.push({ line, problem, fix }),
  }
  await planCategory(article.category, planning)
  for (const author of article.authors)
    await planAuthor(author, planning)
  await planPictures(planning)
  await planOwn('comparison-tables', tablesOf(article), planning)
  await planOwn('takeaway-cards', cardsOf(article), planning)
  await planPost(planning)
  if (problems.length > 0)
    throw new ImportError(problems.sort((a, b) => a.line - b.line))
  const { slug, steps, ids, notes } = planning
  return { slug, steps, ids, notes }
}
