import type { Definition, RootContent } from 'mdast'
import type { ContainerDirective } from 'mdast-util-directive'
import type { ArticleSection } from './Article.ts'
import type { Directive } from './directives.ts'
import type { Report } from './Problem.ts'
import type { Context } from './richText.ts'
import type { SectionSource } from './SectionSource.ts'
import type { SourceMap } from './SourceMap.ts'
import { articleKinds } from '../blocks/kinds.ts'
import { balanceFences } from './balanceFences.ts'
import { didYouMean } from './didYouMean.ts'
import { DIRECTIVES, NESTED } from './directives.ts'
import { parseMarkdown } from './parseMarkdown.ts'
import { sectionSource, sharedFields } from './SectionSource.ts'
import { linesWithin } from './SourceMap.ts'

/** The most characters in a line. Markdown takes minutes for longer lines and deeper nesting. */
const MAX_LINE_LENGTH = 20_000
const NESTED_TOO_DEEP = /^(?:\s{200}|(?:[-*+>] +){50})/

/**
 * Returns the sections of an article, and the lines of their values under `sections`; undefined if the sections cannot
 * be separated.
 */
export function readSections(
  source: string[],
  report: Report,
): { sections: ArticleSection[], lines: SourceMap } | undefined {
  let isBalanced = true
  for (const [index, line] of source.entries()) {
    if (line.length > MAX_LINE_LENGTH || NESTED_TOO_DEEP.test(line)) {
      const problem = line.length > MAX_LINE_LENGTH
        ? `The line has ${line.length} characters; ${MAX_LINE_LENGTH} fit.`
        : 'The line is indented too far.'
      report(index + 1, problem, 'Make more lines, or flatter lists, of it.')
      isBalanced = false
    }
  }
  const { lines: balanced, openings } = balanceFences(source, NESTED, (...problem) => {
    isBalanced = false
    report(...problem)
  })
  // With unpaired fences, Markdown would report consequential problems that hide the cause.
  if (!isBalanced)
    return undefined

  const { children } = parseMarkdown(balanced.join('\n'))
  const unread = unreadDirectives(openings, children)
  for (const [line, name] of unread) {
    report(
      line,
      `“${name}” cannot be read.`,
      'Write attributes in braces on the same line, their values in straight quotes: {kicker="…"}; in square brackets, “[” and “]” come in pairs or as “\\[”.',
    )
  }
  if (unread.size > 0)
    return undefined

  const context = { definitions: definitionsIn(children), report }
  const read = groups(children).flatMap(group => readGroup(group, context))
  return {
    sections: read.map(({ section }) => section),
    lines: Object.assign({}, ...read.map(({ lines }, index) => linesWithin(`sections.${index}`, lines))) as SourceMap,
  }
}

/** Returns lines that begin like a directive but that Markdown has read as text. */
function unreadDirectives(openings: Map<number, string>, nodes: RootContent[]): Map<number, string> {
  const unread = new Map(openings)
  const visit = (node: RootContent) => {
    if (node.type === 'containerDirective' || node.type === 'leafDirective')
      unread.delete(node.position!.start.line)
    if (node.type === 'containerDirective')
      node.children.forEach(visit)
  }
  nodes.forEach(visit)
  return unread
}

function definitionsIn(nodes: RootContent[]): Map<string, Definition> {
  return new Map(nodes.flatMap((node): [string, Definition][] => {
    if (node.type === 'containerDirective')
      return [...definitionsIn(node.children)]
    return node.type === 'definition' ? [[node.identifier, node]] : []
  }))
}

/** The directive of a section, or the text outside of any, one group for each heading “##”. */
type Group = ContainerDirective | RootContent[]

function groups(nodes: RootContent[]): Group[] {
  const found: Group[] = []
  for (const node of nodes) {
    const last = found.at(-1)
    if (node.type === 'containerDirective')
      found.push(node)
    else if (Array.isArray(last) && !(node.type === 'heading' && node.depth <= 2))
      last.push(node)
    else if (node.type !== 'definition')
      found.push([node])
  }
  return found
}

function readGroup(group: Group, context: Context): { section: ArticleSection, lines: SourceMap }[] {
  if (Array.isArray(group)) {
    const [first] = group
    if (first!.type === 'heading' && first!.depth === 1) {
      context.report(
        first!.position!.start.line,
        'The title of the article stands in the front matter.',
        'Take this heading out, or write “##” for one of a section.',
      )
    }
    return [
      readSection(
        { name: 'text', line: first!.position!.start.line, attributes: {} },
        group,
        DIRECTIVES.get('prose')!,
        context,
      ),
    ]
  }
  const { name, attributes, children, position } = group
  const line = position!.start.line
  const directive = DIRECTIVES.get(name)
  if (!directive) {
    context.report(line, `There is no section “${name}”.`, mendFor(name))
    return []
  }
  const [label] = children
  if (label?.type === 'paragraph' && label.data?.directiveLabel) {
    context.report(
      line,
      `“${name}” has words in square brackets.`,
      `Write them as a heading, “## …”, or as an attribute: :::${name}{kicker="…"}.`,
    )
    return []
  }
  return [readSection({ name, line, attributes }, children, directive, context)]
}

type Opening = Pick<SectionSource, 'name' | 'line'> & { attributes: ContainerDirective['attributes'] }

function readSection(opening: Opening, children: RootContent[], { kind, label }: Directive, context: Context) {
  const { read, attributes = [] } = articleKinds[kind].article
  const source = sectionSource({ ...opening, known: ['label', 'kicker', ...attributes] }, children, context)
  const { fields, lines } = read(source, context)
  // The type of each kind's `read` guarantees that these are the kind's fields.
  const section = { blockType: kind, ...sharedFields(source, label), ...fields } as ArticleSection
  return { section, lines: { ...source.lines, ...lines } }
}

function mendFor(name: string): string {
  if (NESTED.includes(name))
    return `“${name}” stands inside “spotlight” or “takeaways”.`
  const ending = [...DIRECTIVES.keys()].find(known => name.endsWith(`-${known}`))
  const hint = ending ? `Write :::${ending}{label="${name}"}. ` : didYouMean(name, [...DIRECTIVES.keys()])
  return `${hint}The sections are ${[...DIRECTIVES.keys()].join(', ')}; a text with a label of your own is :::prose{label="${name}"}.`
}
