import type { RootContent } from 'mdast'
import type { CardData, Source } from './Article.ts'
import type { Complain } from './Problem.ts'
import type { Context } from './richText.ts'
import type { SectionSource } from './SectionSource.ts'
import { card } from './card.ts'
import { didYouMean } from './didYouMean.ts'
import { readAttributes, refuseNode } from './SectionSource.ts'

/** Reads the cards of a spotlight or of takeaways, in their order. */
export function readCards({ name, line, body }: SectionSource, { complain }: Context): { fields: { cards: Source<CardData>[] } } {
  const sources = body.flatMap(node => source(node, complain))
  if (body.length === 0)
    complain(line, `“${name}” has no cards.`, 'Write each between “:::card” and “:::”.')
  return { fields: { cards: sources } }
}

function source(node: RootContent, complain: Complain): Source<CardData>[] {
  if (node.type === 'containerDirective' && node.name === 'card')
    return [card(node, complain)]
  if (node.type === 'leafDirective' && node.name === 'card') {
    const line = node.position!.start.line
    const { ref } = readAttributes({ name: 'card', line, attributes: node.attributes, known: ['ref'] }, complain)
    if (!ref)
      complain(line, 'A card on one line shows a card that is there already, and this one does not say which.', 'Write ::card{ref="its-key"}, or “:::card” for a card of the article’s own.')
    return [{ ref: ref ?? '', line }]
  }
  const hint = 'name' in node ? didYouMean(node.name, ['card']) : ''
  refuseNode(node, 'between cards', `${hint}Write each card between “:::card” and “:::”, with its title as a heading “### …”.`, complain)
  // A misspelled card is read all the same, so that the writer sees the problems inside it at once.
  return node.type === 'containerDirective' ? [card(node, complain)] : []
}
