import type { Payload } from 'payload'
import type { Article, Picture } from './Article.ts'
import type { Options, Promised } from './Planning.ts'
import type { Problem } from './Problem.ts'
import type { PictureFile } from './readPicture.ts'
import type { Plan } from './Step.ts'
import { ImportError } from './ImportError.ts'
import { inOrder } from './inOrder.ts'
import { parseArticle } from './parseArticle.ts'
import { planArticle } from './planArticle.ts'
import { providedBy } from './providedBy.ts'
import { readPicture } from './readPicture.ts'
import { readText } from './readText.ts'
import { lineOf } from './SourceMap.ts'
import { picturesOf } from './sourcesOf.ts'
import { writeArticle } from './writeArticle.ts'

export type Outcome = { file: string } & ({ plan: Plan } | { problems: Problem[] } | { error: unknown })

export interface ImportOptions extends Options {
  dryRun: boolean
}

/** Imports files one by one: a refused file stops none of the others. */
export async function* importFiles(payload: Payload, files: string[], options: ImportOptions): AsyncGenerator<Outcome> {
  const read: ReadFile[] = []
  for (const file of new Set(files)) {
    const outcome = await attempt(file, async () => ({ file, ...await readArticle(file) }))
    if ('article' in outcome)
      read.push(outcome)
    else
      yield outcome
  }
  const promised: Promised = new Set()
  for (const { file, article, pictures } of inOrder(read)) {
    yield await attempt(file, async () => {
      if (promised.has(`posts/${article.slug}`)) {
        throw new ImportError([{
          line: lineOf('slug', article.lines),
          problem: `Another of the files has brought an article “${article.slug}”.`,
          fix: 'Give one of them another “slug”.',
        }])
      }
      const plan = await planArticle({ payload, article, pictures, options, promised })
      if (!options.dryRun)
        await writeArticle(payload, plan, options)
      providedBy(article).forEach(promise => promised.add(promise))
      return { file, plan }
    })
  }
}

export interface ReadFile {
  file: string
  article: Article
  pictures: Map<Picture, PictureFile>
}

async function readArticle(file: string): Promise<Omit<ReadFile, 'file'>> {
  const article = parseArticle(await readText(file))
  const problems: Problem[] = []
  const pictures = new Map<Picture, PictureFile>()
  for (const picture of picturesOf(article)) {
    try {
      pictures.set(picture, await readPicture(picture, file))
    }
    catch (error) {
      if (!(error instanceof ImportError))
        throw error
      problems.push(...error.problems)
    }
  }
  if (problems.length > 0)
    throw new ImportError(problems)
  return { article, pictures }
}

/** Reports an error with the file in which it occurred, even if the file is not at fault. */
async function attempt<Done>(
  file: string,
  work: () => Promise<Done>,
): Promise<Done | { file: string, problems: Problem[] } | { file: string, error: unknown }> {
  try {
    return await work()
  }
  catch (error) {
    return error instanceof ImportError ? { file, problems: error.problems } : { file, error }
  }
}
