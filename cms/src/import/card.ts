import type { ListItem, PhrasingContent, RootContent } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import type { CardData, Own } from './Article.ts'
import type { Report } from './Problem.ts'
import type { SourceMap } from './SourceMap.ts'
import { didYouMean } from './didYouMean.ts'
import { splitPastedList } from './pastedList.ts'
import { plainText } from './plainText.ts'
import { point } from './point.ts'
import { readAttributes, refuseNode } from './SectionSource.ts'

/** Reads a card: its title as a heading, paragraphs, points as a list, and figures as `::stat`. */
export function card({ attributes, children, position }: ContainerDirective, report: Report): Own<CardData> {
  const line = position!.start.line
  const { key } = readAttributes({ name: 'card', line, attributes, known: ['key'] }, report)
  const lines: SourceMap = { '': line }
  const [heading, ...rest] = children
  if (heading?.type !== 'heading') {
    report(line, 'The card has no title.', 'Begin it with a heading, “### …”.')
    return { key, data: { title: '', body: '' }, lines }
  }
  lines.title = heading.position!.start.line

  const body: string[] = []
  const points: NonNullable<CardData['points']> = []
  const stats: NonNullable<CardData['stats']> = []
  for (const node of rest) {
    if (node.type === 'paragraph') {
      lines.body ??= node.position!.start.line
      body.push(plainText(node.children, 'the text of a card', report))
    }
    else if (node.type === 'list') {
      for (const item of node.children) {
        lines[`points.${points.length}`] = item.position!.start.line
        points.push(readPoint(item, report))
      }
    }
    else if (node.type === 'leafDirective' && node.name === 'stat') {
      lines[`stats.${stats.length}`] = node.position!.start.line
      stats.push(stat(node, report))
    }
    else {
      refuse(node, report)
    }
  }
  // The collection takes pasted lists out of the text on saving. Doing it here too keeps the stored text equal to the
  // read one.
  const { text, items } = splitPastedList(body.join('\n\n'))
  return {
    key,
    data: {
      title: plainText(heading.children, 'the title of a card', report),
      body: text,
      points: [...points, ...items.map(point)],
      stats,
    },
    lines,
  }
}

function readPoint(item: ListItem, report: Report) {
  const line = item.position!.start.line
  const [first, ...more] = item.children
  if (first?.type !== 'paragraph' || more.length > 0 || typeof item.checked === 'boolean') {
    report(
      line,
      'A point of a card is one plain paragraph.',
      'Write “- **Lead:** text”, without lists or paragraphs inside.',
    )
    return { lead: null, text: '' }
  }
  const [lead, ...rest] = first.children
  return lead?.type === 'strong'
    ? boldPoint(lead.children, rest, line, report)
    : point(plainText(first.children, 'a point', report))
}

/** Reads “**Lead:** text” or “**Lead**: text”. */
function boldPoint(lead: PhrasingContent[], rest: PhrasingContent[], line: number, report: Report) {
  const [words, text] = [plainText(lead, 'the lead of a point', report), plainText(rest, 'a point', report)]
  const isLead = words.endsWith(':') !== text.startsWith(':')
  if (!isLead || /^:?\s*$/.test(text)) {
    report(
      line,
      `The bold words “${words}” are not the lead of a point.`,
      'Write “- **Lead:** text”, or take the bold out.',
    )
  }
  return { lead: words.replace(/\s*:$/, ''), text: text.replace(/^:\s*/, '') }
}

function stat({ attributes, children, position }: LeafDirective, report: Report) {
  const line = position!.start.line
  const { value, label, source } = readAttributes({
    name: 'stat',
    line,
    attributes,
    known: ['value', 'label', 'source'],
  }, report)
  if (!value || !label || children.length > 0)
    report(line, 'A figure has a value and a label.', 'Write ::stat{value="10×" label="Cost volatility"}.')
  return { value: value ?? '', label: label ?? '', source: source ?? null }
}

function refuse(node: RootContent, report: Report): void {
  const hint = 'name' in node ? didYouMean(node.name, ['stat']) : ''
  const fix = node.type === 'heading'
    ? 'A card has one heading, its title; begin another card with “:::card”.'
    : `${hint}A card holds its title, paragraphs, one list of points, and figures as ::stat{value="…" label="…"}.`
  refuseNode(node, 'in a card', fix, report)
}
