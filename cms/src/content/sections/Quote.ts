import type { Paragraph, RootContent } from 'mdast'
import type { Reader } from './readers.ts'
import { plainText } from '../plainText.ts'
import { refuseNode } from '../SectionSource.ts'

export const Quote: Reader<'quote'> = ({ line, attributes, body }, { complain }) => {
  // Writers set a quotation as one, with “>”, or not.
  const paragraphs = body.flatMap((node): RootContent[] => node.type === 'blockquote' ? node.children : [node])
  for (const node of paragraphs) {
    if (node.type !== 'paragraph')
      refuseNode(node, 'in a quote', 'A quote holds paragraphs; who said it and where are attributes: :::quote{person="…" source="…"}.', complain)
  }
  const text = paragraphs
    .filter((node): node is Paragraph => node.type === 'paragraph')
    .map(node => plainText(node.children, 'a quote', complain))
    .join('\n\n')
  if (text === '')
    complain(line, 'The quote has no words.', 'Write them between “:::quote” and “:::”.')
  return { fields: { text, person: attributes.person ?? null, source: attributes.source ?? null } }
}
