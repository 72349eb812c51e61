import type { Heading, RootContent } from 'mdast'
import type { LeafDirective } from 'mdast-util-directive'
import type { Report } from './Problem.ts'
import type { Context } from './richText.ts'
import type { SourceMap } from './SourceMap.ts'
import { didYouMean } from './didYouMean.ts'
import { plainText } from './plainText.ts'

/** A parsed directive: the parts that every section may have, and the rest as its body. */
export interface SectionSource {
  /** The name for messages. */
  name: string
  line: number
  attributes: Record<string, string>
  heading: string | undefined
  summary: string | undefined
  body: RootContent[]
  lines: SourceMap
}

interface Opening {
  name: string
  line: number
  attributes: Record<string, string | null | undefined> | null | undefined
  /** The attributes that the directive may have. */
  known: string[]
}

/** Returns a section with its heading and summary separated from its body. */
export function sectionSource(
  { name, line, attributes, known }: Opening,
  children: RootContent[],
  { report }: Context,
): SectionSource {
  const lines: SourceMap = { '': line }
  const [first, ...afterFirst] = children
  const heading = first && isSectionHeading(first) ? plainText(first.children, 'the heading', report) : undefined
  const rest = heading === undefined ? children : afterFirst
  const [second, ...afterSecond] = rest
  const hasSummary = second?.type === 'leafDirective' && second.name === 'summary'
  if (heading !== undefined)
    lines.heading = first!.position!.start.line
  if (hasSummary)
    lines.summary = second.position!.start.line
  return {
    name,
    line,
    attributes: readAttributes({ name, line, attributes, known }, report),
    heading,
    summary: hasSummary ? summaryText(second, report) : undefined,
    body: hasSummary ? afterSecond : rest,
    lines,
  }
}

function isSectionHeading(node: RootContent): node is Heading {
  return node.type === 'heading' && node.depth <= 2
}

function summaryText(node: LeafDirective, report: Report): string {
  const words = plainText(node.children, 'the summary', report)
  if (words === '') {
    report(
      node.position!.start.line,
      'The summary is empty.',
      'Write it in square brackets, “::summary[One or two sentences.]”, or take the line out.',
    )
  }
  readAttributes({ name: 'summary', line: node.position!.start.line, attributes: node.attributes, known: [] }, report)
  return words
}

/** Returns the attributes of a directive, and reports unknown ones. */
export function readAttributes({ name, line, attributes, known }: Opening, report: Report): Record<string, string> {
  const entries = Object.entries(attributes ?? {}).map(([key, value]) => [key, value ?? ''] as const)
  for (const [key, value] of entries) {
    if (!known.includes(key)) {
      const list = known.length > 0 ? `It may have ${known.join(', ')}.` : 'Take it out.'
      report(line, `“${name}” has no attribute “${key}”.`, didYouMean(key, known) + list)
    }
    else if (/^[“”„‘’«»]/.test(value)) {
      report(
        line,
        `The value of “${key}” begins with a typographic quotation mark.`,
        `Write straight ones: ${key}="…".`,
      )
    }
  }
  return Object.fromEntries(entries)
}

/** Reports content that does not belong in its place, with a name for the things that writers put there most. */
export function refuseNode(node: RootContent, place: string, fix: string, report: Report): void {
  const problem = node.type === 'leafDirective' || node.type === 'containerDirective'
    ? `“${node.name}” cannot stand ${place}.`
    : `There is ${KINDS[node.type] ?? 'something'} ${place}, where it cannot stand.`
  report(node.position!.start.line, problem, fix)
}

const KINDS: Partial<Record<RootContent['type'], string>> = {
  blockquote: 'a quotation',
  code: 'a block of code',
  definition: 'the address of a link',
  footnoteDefinition: 'a footnote',
  heading: 'a heading',
  html: 'HTML',
  list: 'a list',
  paragraph: 'a paragraph',
  table: 'a table',
  thematicBreak: 'a rule',
}

/** Returns the fields that all kinds of section share. */
export function sharedFields({ attributes, heading, summary }: SectionSource, label: string | undefined) {
  return {
    label: attributes.label ?? label ?? null,
    kicker: attributes.kicker ?? null,
    heading: heading ?? null,
    summary: summary ?? null,
  }
}
