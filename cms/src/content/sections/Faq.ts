import type { RootContent } from 'mdast'
import type { Lines } from '../Lines.ts'
import type { Reader } from './readers.ts'
import { plainText } from '../plainText.ts'
import { richText } from '../richText.ts'
import { refuseNode } from '../SectionSource.ts'

export const Faq: Reader<'faq'> = ({ line, body }, context) => {
  const { complain } = context
  const entries: { question: string, line: number, answer: RootContent[] }[] = []
  for (const node of body) {
    if (node.type === 'heading' && node.depth === 3)
      entries.push({ question: plainText(node.children, 'a question', complain), line: node.position!.start.line, answer: [] })
    else if (node.type === 'leafDirective' || node.type === 'containerDirective' || entries.length === 0)
      refuseNode(node, 'among the questions', 'Each question is a heading “### …?”; its answer follows under it.', complain)
    else
      entries.at(-1)!.answer.push(node)
  }
  if (entries.length === 0)
    complain(line, 'There are no questions in the section.', 'Write each as a heading, “### …?”, and its answer under it.')
  for (const entry of entries.filter(({ answer }) => answer.length === 0))
    complain(entry.line, 'The question has no answer.', 'Write it under the question.')
  const lines: Lines = Object.fromEntries(entries.map((entry, index) => [`questions.${index}`, entry.line]))
  return { fields: { questions: entries.map(({ question, answer }) => ({ question, answer: richText(answer, context) })) }, lines }
}
