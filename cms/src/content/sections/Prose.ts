import type { Reader } from './readers.ts'
import { didYouMean } from '../didYouMean.ts'
import { richText } from '../richText.ts'

export const Prose: Reader<'prose'> = ({ name, line, body }, context) => {
  for (const node of body) {
    if (node.type === 'leafDirective')
      context.complain(node.position!.start.line, `“::${node.name}” cannot stand in a text.`, `${didYouMean(node.name, ['summary'])}A summary, “::summary[…]”, stands once, right under the heading.`)
  }
  if (body.length === 0)
    context.complain(line, `“${name}” has no text.`, 'Write some, or take the section out.')
  return { fields: { body: richText(body.filter(node => node.type !== 'leafDirective' && node.type !== 'containerDirective'), context) } }
}
