import type { Paragraph, RootContent } from 'mdast'
import type { ReadSection } from '../import/ArticleForm.ts'
import type { Context } from '../import/richText.ts'
import type { SectionSource } from '../import/SectionSource.ts'
import { plainText } from '../import/plainText.ts'
import { refuseNode } from '../import/SectionSource.ts'
import { defineSection } from './defineSection.ts'

export const Quote = defineSection({
  slug: 'quote',
  name: 'Quote',
  plural: 'Quotes',
  fields: [
    { name: 'text', type: 'textarea', required: true, maxLength: 1200 },
    {
      type: 'row',
      fields: [
        {
          name: 'person',
          type: 'text',
          maxLength: 120,
          admin: { width: '50%', description: 'The person who said it, and their role.' },
        },
        {
          name: 'source',
          type: 'text',
          maxLength: 200,
          admin: { width: '50%', description: 'Where: a talk, a paper, a book.' },
        },
      ],
    },
  ],
  article: {
    attributes: ['person', 'source'],
    read,
    example: `:::quote{person="Who said it" source="Where"}
The words.
:::`,
  },
})

function read({ line, attributes, body }: SectionSource, { report }: Context): ReadSection<'quote'> {
  // Writers may mark the quotation with “>” or not.
  const paragraphs = body.flatMap((node): RootContent[] => node.type === 'blockquote' ? node.children : [node])
  for (const node of paragraphs) {
    if (node.type !== 'paragraph') {
      refuseNode(
        node,
        'in a quote',
        'A quote holds paragraphs; who said it and where are attributes: :::quote{person="…" source="…"}.',
        report,
      )
    }
  }
  const text = paragraphs
    .filter((node): node is Paragraph => node.type === 'paragraph')
    .map(node => plainText(node.children, 'a quote', report))
    .join('\n\n')
  if (text === '')
    report(line, 'The quote has no words.', 'Write them between “:::quote” and “:::”.')
  return { fields: { text, person: attributes.person ?? null, source: attributes.source ?? null } }
}
