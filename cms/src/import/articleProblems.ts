import type { Field } from 'payload'
import type { Article, Picture, Source } from './Article.ts'
import type { Problem } from './Problem.ts'
import type { SourceMap } from './SourceMap.ts'
import { slugify } from '@masthead/shared/slugify'
import { Authors } from '../collections/Authors.ts'
import { Categories } from '../collections/Categories.ts'
import { ComparisonTables } from '../collections/ComparisonTables.ts'
import { Media } from '../collections/Media.ts'
import { Posts } from '../collections/Posts.ts'
import { TakeawayCards } from '../collections/TakeawayCards.ts'
import { isOwn } from './Article.ts'
import { fieldProblems } from './fieldProblems.ts'
import { lineOf } from './SourceMap.ts'
import { cardsOf, picturesOf, tablesOf } from './sourcesOf.ts'

/**
 * Returns the values that the collections would refuse, and contradictions, as far as they can be found without the
 * database.
 */
export function articleProblems(article: Article): Problem[] {
  return [
    ...postProblems(article),
    ...tablesOf(article).filter(isOwn).flatMap(table => located(ComparisonTables.fields, table.data, table.lines)),
    ...cardsOf(article).filter(isOwn).flatMap(card => located(TakeawayCards.fields, card.data, card.lines)),
    ...located(Categories.fields, article.category.data ?? { title: article.category.name }, article.category.lines),
    ...article.authors.flatMap(({ name, data, lines }) => located(Authors.fields, data ?? { name }, lines)),
    ...picturesOf(article).flatMap(pictureProblems),
    ...authorProblems(article),
    ...nameProblems(article),
    ...keyProblems(tablesOf(article)),
    ...keyProblems(cardsOf(article)),
  ]
}

function postProblems({ slug, post, sections, related, lines }: Article): Problem[] {
  const unnamed = slug
    ? []
    : [{
        line: lineOf('title', lines),
        problem: 'No address can be made of the title.',
        fix: 'Add “slug: …” in small letters, digits and hyphens.',
      }]
  return [
    ...unnamed,
    ...located(Posts.fields, {
      ...post,
      ...(sections.length > 0 && { sections }),
      related: related.map(({ ref }) => ref),
    }, lines),
  ]
}

function pictureProblems(picture: Picture): Problem[] {
  if (!picture.alt) {
    return [{
      line: lineOf('alt', picture.lines),
      problem: `The picture “${picture.file}” has no alternative text.`,
      fix: 'Say in a sentence what it shows, for those who cannot see it.',
    }]
  }
  return located(Media.fields, { alt: picture.alt, credit: picture.credit }, picture.lines)
}

function nameProblems({ category, authors }: Article): Problem[] {
  return [category, ...authors]
    .filter(({ name, slug }) => !slug && !slugify(name))
    .map(({ name, lines }) => ({
      line: lineOf('', lines),
      problem: `No address can be made of “${name}”.`,
      fix: 'Give it one: {name: …, slug: …} for an author, {title: …, slug: …} for a category.',
    }))
}

function authorProblems({ authors }: Article): Problem[] {
  return authors
    .filter(({ name, slug }, index) => authors.findIndex(other => other.name === name && other.slug === slug) < index)
    .map(({ name, lines }) => ({
      line: lineOf('', lines),
      problem: `The author “${name}” is named twice.`,
      fix: 'Name each once.',
    }))
}

/** Reports keys that name two documents. */
function keyProblems(sources: Source<unknown>[]): Problem[] {
  const lines = new Map<string, SourceMap>()
  return sources.filter(isOwn).flatMap(({ key, lines: own }): Problem[] => {
    if (key === undefined)
      return []
    const before = lines.get(key)
    lines.set(key, own)
    if (slugify(key) !== key || key === '') {
      return [{
        line: lineOf('', own),
        problem: `“${key}” is no key: it has other characters than small letters, digits and single hyphens.`,
        fix: `Write “${slugify(key) || 'a-key'}”.`,
      }]
    }
    return before
      ? [{
          line: lineOf('', own),
          problem: `The key “${key}” is given on line ${lineOf('', before)} already.`,
          fix: 'Choose another, or show that one here by “ref”.',
        }]
      : []
  })
}

function located(fields: Field[], data: object, lines: SourceMap): Problem[] {
  return fieldProblems(fields, data).map(({ path, problem, fix }) => ({ line: lineOf(path, lines), problem, fix }))
}
