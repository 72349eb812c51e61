import type { RootContent } from 'mdast'
import type { ReadSection } from '../import/ArticleForm.ts'
import type { Context } from '../import/richText.ts'
import type { SectionSource } from '../import/SectionSource.ts'
import type { SourceMap } from '../import/SourceMap.ts'
import { rowLabel } from '../admin/rowLabel.ts'
import { plainText } from '../import/plainText.ts'
import { richText } from '../import/richText.ts'
import { refuseNode } from '../import/SectionSource.ts'
import { defineSection } from './defineSection.ts'

export const Faq = defineSection({
  slug: 'faq',
  name: 'Questions',
  plural: 'Questions',
  label: 'questions',
  fields: [
    {
      name: 'questions',
      type: 'array',
      required: true,
      minRows: 1,
      maxRows: 30,
      labels: { singular: 'Question', plural: 'Questions' },
      admin: { components: rowLabel('question') },
      fields: [
        { name: 'question', type: 'text', required: true, maxLength: 200 },
        { name: 'answer', type: 'richText', required: true },
      ],
    },
  ],
  article: {
    read,
    example: `:::faq
### Is that all?
Answers are texts.
:::`,
  },
})

function read({ line, body }: SectionSource, context: Context): ReadSection<'faq'> {
  const { report } = context
  const entries: { question: string, line: number, answer: RootContent[] }[] = []
  for (const node of body) {
    if (node.type === 'heading' && node.depth === 3) {
      entries.push({
        question: plainText(node.children, 'a question', report),
        line: node.position!.start.line,
        answer: [],
      })
    }
    else if (node.type === 'leafDirective' || node.type === 'containerDirective' || entries.length === 0) {
      refuseNode(
        node,
        'among the questions',
        'Each question is a heading “### …?”; its answer follows under it.',
        report,
      )
    }
    else {
      entries.at(-1)!.answer.push(node)
    }
  }
  if (entries.length === 0) {
    report(
      line,
      'There are no questions in the section.',
      'Write each as a heading, “### …?”, and its answer under it.',
    )
  }
  for (const entry of entries.filter(({ answer }) => answer.length === 0))
    report(entry.line, 'The question has no answer.', 'Write it under the question.')
  const lines: SourceMap = Object.fromEntries(entries.map((entry, index) => [`questions.${index}`, entry.line]))
  return {
    fields: { questions: entries.map(({ question, answer }) => ({ question, answer: richText(answer, context) })) },
    lines,
  }
}
