import type { ReadSection } from '../import/ArticleForm.ts'
import type { Context } from '../import/richText.ts'
import type { SectionSource } from '../import/SectionSource.ts'
import { didYouMean } from '../import/didYouMean.ts'
import { richText } from '../import/richText.ts'
import { defineSection } from './defineSection.ts'

export const Prose = defineSection({
  slug: 'prose',
  name: 'Text',
  plural: 'Texts',
  suggestions: ['introduction', 'deep-dive', 'counter-argument', 'future-outlook'],
  fields: [
    { name: 'body', type: 'richText', required: true, label: 'Text' },
  ],
  article: {
    read,
    example: `:::deep-dive{kicker="The mechanism"}
## Why writes wait
::summary[One or two sentences, drawn larger than the text.]

**The first thing.** Paragraphs follow.
:::`,
  },
})

function read({ name, line, body }: SectionSource, context: Context): ReadSection<'prose'> {
  for (const node of body) {
    if (node.type === 'leafDirective') {
      context.report(
        node.position!.start.line,
        `“::${node.name}” cannot stand in a text.`,
        `${didYouMean(node.name, ['summary'])}A summary, “::summary[…]”, stands once, right under the heading.`,
      )
    }
  }
  if (body.length === 0)
    context.report(line, `“${name}” has no text.`, 'Write some, or take the section out.')
  return {
    fields: {
      body: richText(body.filter(node => node.type !== 'leafDirective' && node.type !== 'containerDirective'), context),
    },
  }
}
