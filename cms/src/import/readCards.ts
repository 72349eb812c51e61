import type { RootContent } from 'mdast'
import type { CardData, Source } from './Article.ts'
import type { Report } from './Problem.ts'
import type { Context } from './richText.ts'
import type { SectionSource } from './SectionSource.ts'
import { card } from './card.ts'
import { didYouMean } from './didYouMean.ts'
import { readAttributes, refuseNode } from './SectionSource.ts'

/** Reads the cards of a spotlight or of takeaways, in their order. */
export function readCards(
  { name, line, body }: SectionSource,
  { report }: Context,
): { fields: { cards: Source<CardData>[] } } {
  const sources = body.flatMap(node => source(node, report))
  if (body.length === 0)
    report(line, `“${name}” has no cards.`, 'Write each between “:::card” and “:::”.')
  return { fields: { cards: sources } }
}

function source(node: RootContent, report: Report): Source<CardData>[] {
  if (node.type === 'containerDirective' && node.name === 'card')
    return [card(node, report)]
  if (node.type === 'leafDirective' && node.name === 'card') {
    const line = node.position!.start.line
    const { ref } = readAttributes({ name: 'card', line, attributes: node.attributes, known: ['ref'] }, report)
    if (!ref) {
      report(
        line,
        'A card on one line shows a card that is there already, and this one does not say which.',
        'Write ::card{ref="its-key"}, or “:::card” for a card of the article’s own.',
      )
    }
    return [{ ref: ref ?? '', line }]
  }
  const hint = 'name' in node ? didYouMean(node.name, ['card']) : ''
  refuseNode(
    node,
    'between cards',
    `${hint}Write each card between “:::card” and “:::”, with its title as a heading “### …”.`,
    report,
  )
  // A misspelled card is read all the same, so that the writer sees the problems inside it at once.
  return node.type === 'containerDirective' ? [card(node, report)] : []
}
