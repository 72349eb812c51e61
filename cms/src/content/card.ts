import type { ListItem, PhrasingContent, RootContent } from 'mdast'
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive'
import type { CardData, Own } from './Article.ts'
import type { Lines } from './Lines.ts'
import type { Complain } from './Problem.ts'
import { didYouMean } from './didYouMean.ts'
import { splitPastedList } from './pastedList.ts'
import { plainText } from './plainText.ts'
import { point } from './point.ts'
import { readAttributes, refuseNode } from './SectionSource.ts'

/** Reads a card: its title as a heading, paragraphs, points as a list, and figures as `::stat`. */
export function card({ attributes, children, position }: ContainerDirective, complain: Complain): Own<CardData> {
  const line = position!.start.line
  const { key } = readAttributes({ name: 'card', line, attributes, known: ['key'] }, complain)
  const lines: Lines = { '': line }
  const [heading, ...rest] = children
  if (heading?.type !== 'heading') {
    complain(line, 'The card has no title.', 'Begin it with a heading, “### …”.')
    return { key, data: { title: '', body: '' }, lines }
  }
  lines.title = heading.position!.start.line

  const body: string[] = []
  const points: NonNullable<CardData['points']> = []
  const stats: NonNullable<CardData['stats']> = []
  for (const node of rest) {
    if (node.type === 'paragraph') {
      lines.body ??= node.position!.start.line
      body.push(plainText(node.children, 'the text of a card', complain))
    }
    else if (node.type === 'list') {
      for (const item of node.children) {
        lines[`points.${points.length}`] = item.position!.start.line
        points.push(readPoint(item, complain))
      }
    }
    else if (node.type === 'leafDirective' && node.name === 'stat') {
      lines[`stats.${stats.length}`] = node.position!.start.line
      stats.push(stat(node, complain))
    }
    else {
      refuse(node, complain)
    }
  }
  // The collection takes pasted lists out of the text on saving. Doing it here too keeps the stored text equal to the
  // read one.
  const { text, items } = splitPastedList(body.join('\n\n'))
  return {
    key,
    data: { title: plainText(heading.children, 'the title of a card', complain), body: text, points: [...points, ...items.map(point)], stats },
    lines,
  }
}

function readPoint(item: ListItem, complain: Complain) {
  const line = item.position!.start.line
  const [first, ...more] = item.children
  if (first?.type !== 'paragraph' || more.length > 0 || typeof item.checked === 'boolean') {
    complain(line, 'A point of a card is one plain paragraph.', 'Write “- **Lead:** text”, without lists or paragraphs inside.')
    return { lead: null, text: '' }
  }
  const [lead, ...rest] = first.children
  return lead?.type === 'strong'
    ? boldPoint(lead.children, rest, line, complain)
    : point(plainText(first.children, 'a point', complain))
}

/** Reads “**Lead:** text” or “**Lead**: text”. */
function boldPoint(lead: PhrasingContent[], rest: PhrasingContent[], line: number, complain: Complain) {
  const [words, text] = [plainText(lead, 'the lead of a point', complain), plainText(rest, 'a point', complain)]
  const isLead = words.endsWith(':') !== text.startsWith(':')
  if (!isLead || /^:?\s*$/.test(text))
    complain(line, `The bold words “${words}” are not the lead of a point.`, 'Write “- **Lead:** text”, or take the bold out.')
  return { lead: words.replace(/\s*:$/, ''), text: text.replace(/^:\s*/, '') }
}

function stat({ attributes, children, position }: LeafDirective, complain: Complain) {
  const line = position!.start.line
  const { value, label, source } = readAttributes({ name: 'stat', line, attributes, known: ['value', 'label', 'source'] }, complain)
  if (!value || !label || children.length > 0)
    complain(line, 'A figure has a value and a label.', 'Write ::stat{value="10×" label="Cost volatility"}.')
  return { value: value ?? '', label: label ?? '', source: source ?? null }
}

function refuse(node: RootContent, complain: Complain): void {
  const hint = 'name' in node ? didYouMean(node.name, ['stat']) : ''
  const mend = node.type === 'heading'
    ? 'A card has one heading, its title; begin another card with “:::card”.'
    : `${hint}A card holds its title, paragraphs, one list of points, and figures as ::stat{value="…" label="…"}.`
  refuseNode(node, 'in a card', mend, complain)
}
