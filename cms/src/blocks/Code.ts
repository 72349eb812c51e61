import type { ReadSection } from '../import/ArticleForm.ts'
import type { Context } from '../import/richText.ts'
import type { SectionSource } from '../import/SectionSource.ts'
import { refuseNode } from '../import/SectionSource.ts'
import { defineSection } from './defineSection.ts'

export const Code = defineSection({
  slug: 'code',
  name: 'Code',
  plural: 'Code',
  fields: [
    // Payload's own code field loads its editor from another company's server; this one works without a network.
    { name: 'code', type: 'textarea', required: true, maxLength: 20_000, admin: { className: 'code-field', rows: 10 } },
    {
      type: 'row',
      fields: [
        { name: 'language', type: 'text', maxLength: 30, admin: { width: '30%', placeholder: 'sql' } },
        { name: 'caption', type: 'text', maxLength: 300, admin: { width: '70%' } },
      ],
    },
  ],
  article: {
    attributes: ['caption'],
    read,
    example: `:::code{caption="What it does"}
~~~sql
select 1
~~~
:::`,
  },
})

function read({ line, attributes, body }: SectionSource, { report }: Context): ReadSection<'code'> {
  const first = body.find(node => node.type === 'code')
  for (const node of body.filter(node => node !== first)) {
    refuseNode(
      node,
      'in a section of code',
      'It holds one block of code between ``` lines; words about it go into :::code{caption="…"} or into a text.',
      report,
    )
  }
  if (!first)
    report(line, 'There is no code in the section.', 'Write it between two lines of three backticks.')
  if (first?.meta) {
    report(
      first.position!.start.line,
      `“${first.meta}” after the language means nothing here.`,
      'Leave the language alone, as in ```sql.',
    )
  }
  return {
    fields: { code: first?.value ?? '', language: first?.lang ?? null, caption: attributes.caption ?? null },
    lines: first && { code: first.position!.start.line, language: first.position!.start.line },
  }
}
