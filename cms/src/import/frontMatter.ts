import type { Report } from './Problem.ts'
import type { SourceMap } from './SourceMap.ts'
import { slugify } from '@masthead/shared/slugify'
import * as v from 'valibot'
import { LineCounter, parseDocument } from 'yaml'
import { didYouMean } from './didYouMean.ts'
import { lineOf } from './SourceMap.ts'

const text = v.pipe(v.string(), v.trim())

const slug = v.pipe(
  text,
  v.check(value => slugify(value) === value, ({ input }) =>
    `“${input}” is no address: it has other characters than small letters, digits and single hyphens.|Write “${slugify(input)}”.`),
)

const picture = v.strictObject({
  file: text,
  alt: text,
  credit: v.optional(text),
})

const category = v.strictObject({
  title: text,
  slug: v.optional(slug),
  description: v.optional(text),
})

const author = v.strictObject({
  name: text,
  slug: v.optional(slug),
  jobTitle: v.optional(text),
  bio: v.optional(text),
  photo: v.optional(picture),
})

/** A date, or a moment with its time zone. A date stands for noon UTC, so that it is the same day nearly everywhere. */
const date = v.pipe(
  text,
  v.transform(value => /^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T12:00:00Z` : value),
  v.check(
    isMoment,
    ({ input }) =>
      `“${input.replace('T12:00:00Z', '')}” is no date.|Write it as 2026-03-31, or with a time as 2026-03-31T09:30:00Z.`,
  ),
  v.transform(value => new Date(value).toISOString()),
)

/** The front matter of an article. docs/article-format.md explains each part. */
const schema = v.strictObject({
  title: text,
  slug: v.optional(slug),
  excerpt: text,
  category: v.lazy(input => typeof input === 'object' ? category : text),
  authors: v.pipe(
    v.array(v.lazy(input => typeof input === 'object' ? author : text)),
    v.minLength(1, 'An article has at least one author.|Name one, as in “authors: [Ada Lovelace]”.'),
  ),
  date: v.optional(date),
  tags: v.optional(v.array(text), []),
  picture: v.optional(picture),
  seo: v.optional(
    v.strictObject({
      title: v.optional(text),
      description: v.optional(text),
      image: v.optional(picture),
    }),
    {},
  ),
  related: v.optional(v.array(slug), []),
})

export type FrontMatter = v.InferOutput<typeof schema>

/** Reads the YAML between the two `---` lines. Returns undefined if it has problems. */
export function readFrontMatter(yaml: string, report: Report): { values: FrontMatter, lines: SourceMap } | undefined {
  const counter = new LineCounter()
  // The failsafe schema has no types of YAML's own: a title of 2026 or “No” stays text.
  const document = parseDocument(yaml, { lineCounter: counter, schema: 'failsafe', prettyErrors: false })
  // The first line is the `---` before the YAML.
  const lineAt = (offset: number) => counter.linePos(offset).line + 1
  for (const { code, message, pos } of document.errors) {
    const [problem, fix] = code === 'DUPLICATE_KEY'
      ? [`“${keyAt(yaml, pos[0])}” is given twice.`, 'Keep one.']
      : [
          `The front matter cannot be read: ${message.split('\n')[0]!.replace(/\.$/, '')}.`,
          'Put text that holds “: ” or “ #”, or begins with a sign, in quotes, and indent with spaces.',
        ]
    report(lineAt(pos[0]), problem, fix)
  }
  if (document.errors.length > 0)
    return undefined

  const content = valuesOf(document)
  if (typeof content !== 'object' || content === null || Array.isArray(content)) {
    report(1, 'The front matter is no list of keys and values.', 'Write lines such as “title: …”.')
    return undefined
  }

  const lines: SourceMap = { '': 1 }
  collectLines(document.contents, '', lines, lineAt)
  const result = v.safeParse(schema, withoutEmpty(content))
  if (result.success)
    return { values: result.output, lines }
  for (const issue of result.issues) {
    const path = v.getDotPath(issue) ?? ''
    report(lineOf(path, lines), ...sentences(issue, path))
  }
  return undefined
}

/** Returns the values; undefined if aliases would expand a few lines into gigabytes. */
function valuesOf(document: ReturnType<typeof parseDocument>): unknown {
  try {
    return document.toJS()
  }
  catch {
    return undefined
  }
}

function isMoment(value: string): boolean {
  const [, day] = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2})$/.exec(value) ?? []
  // JavaScript reads 31 February as 3 March.
  return day !== undefined && !Number.isNaN(Date.parse(value))
    && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day)
}

function keyAt(yaml: string, offset: number): string {
  return yaml.slice(offset).split(':')[0]!.trim()
}

/** Collects the line of every value in the YAML tree. */
function collectLines(node: unknown, path: string, lines: SourceMap, lineAt: (offset: number) => number): void {
  const { items, range } = (node ?? {}) as { items?: unknown[], range?: [number, number, number] }
  if (path && range)
    lines[path] ??= lineAt(range[0])
  for (const [index, item] of (items ?? []).entries()) {
    const pair = item as { key?: { value?: unknown, range?: [number, number, number] }, value?: unknown }
    if (pair.key === undefined) {
      collectLines(item, path ? `${path}.${index}` : String(index), lines, lineAt)
      continue
    }
    const inner = path ? `${path}.${String(pair.key.value)}` : String(pair.key.value)
    if (pair.key.range)
      lines[inner] = lineAt(pair.key.range[0])
    collectLines(pair.value, inner, lines, lineAt)
  }
}

/** Drops keys without a value: they count as left out. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value))
    return value.map(withoutEmpty)
  if (typeof value !== 'object' || value === null)
    return value
  return Object.fromEntries(
    Object.entries(value).filter(([, inner]) => inner !== '' && inner !== null).map((
      [key, inner],
    ) => [key, withoutEmpty(inner)]),
  )
}

function sentences(issue: v.BaseIssue<unknown>, path: string): [problem: string, fix: string] {
  const key = path.split('.').at(-1)!
  if (issue.type === 'strict_object' && issue.expected === 'never') {
    return [
      `The front matter has no “${path}”.`,
      `${didYouMean(key, knownKeys(issue))}It may have ${knownKeys(issue).join(', ')}.`,
    ]
  }
  if (issue.input === undefined)
    return [`“${path}” is missing.`, `Add “${key}: …”.`]
  if (issue.kind === 'schema')
    return [`“${path}” is ${KINDS[kindOf(issue.input)]}.`, mendFor(issue.type, key)]
  const [problem, fix] = issue.message.split('|')
  return [problem!, fix!]
}

function knownKeys(issue: v.BaseIssue<unknown>): string[] {
  const place = (issue.path ?? []).slice(0, -1).map(({ key }) => String(key)).filter(key => !/^\d+$/.test(key)).at(-1)
    ?? ''
  return Object.keys((OBJECTS[place] ?? schema).entries)
}

const OBJECTS: Record<string, { entries: Record<string, unknown> }> = {
  category,
  authors: author,
  picture,
  photo: picture,
  image: picture,
  seo: schema.entries.seo.wrapped,
}

function kindOf(input: unknown): keyof typeof KINDS {
  return Array.isArray(input) ? 'list' : typeof input === 'object' ? 'map' : 'text'
}

const KINDS = { list: 'a list', map: 'a group of keys', text: 'plain text' }

function mendFor(expected: string, key: string): string {
  switch (expected) {
    case 'array':
      return 'Write a list, as in [one, two].'
    case 'strict_object':
      return `Write its parts as keys, as in {${Object.keys(OBJECTS[key]!.entries).slice(0, 2).map(part => `${part}: …`).join(', ')}}.`
    default:
      return 'Write text; put it in quotes where it begins with “[” or “{” or holds “: ”.'
  }
}
