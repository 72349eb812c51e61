import type { Article, AuthorData, CategoryData, Named, Picture } from './Article.ts'
import type { FrontMatter } from './frontMatter.ts'
import type { Problem } from './Problem.ts'
import type { SourceMap } from './SourceMap.ts'
import { slugify } from '@masthead/shared/slugify'
import { articleProblems } from './articleProblems.ts'
import { readFrontMatter } from './frontMatter.ts'
import { ImportError } from './ImportError.ts'
import { readSections } from './readSections.ts'
import { lineOf } from './SourceMap.ts'

/**
 * Reads an article in the format of docs/article-format.md.
 *
 * @throws {ImportError} with every problem of the text, in the order of its lines
 */
export function parseArticle(text: string): Article {
  const problems: Problem[] = []
  const report = (line: number, problem: string, fix: string) => void problems.push({ line, problem, fix })

  const lines = text.split(/\r\n|\r|\n/)
  const end = lines[0]?.trimEnd() === '---'
    ? lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---')
    : -1
  if (end === -1) {
    const [problem, fix] = lines[0]?.trimEnd() === '---'
      ? ['The front matter is never closed.', 'Write a line “---” under it.']
      : ['There is no front matter.', 'Begin the file with a line “---”, then “title: …” and the others, then “---”.']
    throw new ImportError([{ line: 1, problem, fix }])
  }

  const frontMatter = readFrontMatter(lines.slice(1, end).join('\n'), report)
  // Blank lines in place of the front matter keep the line numbers of the rest.
  const body = readSections(lines.map((line, index) => index <= end ? '' : line), report)
  if (body?.sections.length === 0 && problems.every(({ line }) => line <= end)) {
    report(
      end + 1,
      'The article has no sections.',
      'Write its text under the front matter, in sections such as “:::introduction”.',
    )
  }
  const article = frontMatter && body && build(frontMatter, body)
  if (article) {
    // If a line already has a problem, it explains the missing value better than “missing” would.
    const told = new Set(problems.map(({ line }) => line))
    problems.push(...articleProblems(article).filter(({ line }) => !told.has(line)))
  }
  if (!article || problems.length > 0)
    throw new ImportError(problems.sort((a, b) => a.line - b.line))
  return article
}

function build(
  { values, lines }: { values: FrontMatter, lines: SourceMap },
  body: NonNullable<ReturnType<typeof readSections>>,
): Article {
  const { title, excerpt, tags, date, seo } = values
  return {
    slug: values.slug ?? slugify(title),
    post: {
      title,
      excerpt,
      tags,
      seo: { title: seo.title ?? null, description: seo.description ?? null },
      ...(date && { publishedAt: date }),
    },
    category: category(values.category, lines),
    authors: values.authors.map((author, index) => namedAuthor(author, linesOf(`authors.${index}`, lines))),
    hero: values.picture && picture(values.picture, linesOf('picture', lines)),
    shareImage: seo.image && picture(seo.image, linesOf('seo.image', lines)),
    related: values.related.map((ref, index) => ({ ref, line: lineOf(`related.${index}`, lines) })),
    sections: body.sections,
    lines: { ...lines, ...body.lines, hero: lineOf('picture', lines), publishedAt: lineOf('date', lines) },
  }
}

function category(value: FrontMatter['category'], lines: SourceMap): Named<CategoryData> {
  if (typeof value === 'string')
    return { name: value, slug: undefined, data: undefined, lines: linesOf('category', lines) }
  const { title, slug, description } = value
  return { name: title, slug, data: { title, description: description ?? null }, lines: linesOf('category', lines) }
}

function namedAuthor(value: FrontMatter['authors'][number], lines: SourceMap): Named<AuthorData> {
  if (typeof value === 'string')
    return { name: value, slug: undefined, data: undefined, lines }
  const { name, slug, jobTitle, bio, photo } = value
  return {
    name,
    slug,
    data: {
      name,
      jobTitle: jobTitle ?? null,
      bio: bio ?? null,
      photo: photo && picture(photo, linesOf('photo', lines)),
    },
    lines,
  }
}

function picture({ file, alt, credit }: NonNullable<FrontMatter['picture']>, lines: SourceMap): Picture {
  return { file, alt, credit, lines }
}

/** Returns the lines within one value, by their path in it. */
function linesOf(path: string, lines: SourceMap): SourceMap {
  const inner = Object.entries(lines).filter(([key]) => key.startsWith(`${path}.`)).map((
    [key, line],
  ) => [key.slice(path.length + 1), line])
  return { '': lineOf(path, lines), ...Object.fromEntries(inner) as SourceMap }
}
