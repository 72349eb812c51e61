import type { Reader } from './readers.ts'
import { refuseNode } from '../SectionSource.ts'

export const Code: Reader<'code'> = ({ line, attributes, body }, { complain }) => {
  const first = body.find(node => node.type === 'code')
  for (const node of body.filter(node => node !== first))
    refuseNode(node, 'in a section of code', 'It holds one block of code between ``` lines; words about it go into :::code{caption="…"} or into a text.', complain)
  if (!first)
    complain(line, 'There is no code in the section.', 'Write it between two lines of three backticks.')
  if (first?.meta)
    complain(first.position!.start.line, `“${first.meta}” after the language means nothing here.`, 'Leave the language alone, as in ```sql.')
  return {
    fields: { code: first?.value ?? '', language: first?.lang ?? null, caption: attributes.caption ?? null },
    lines: first && { code: first.position!.start.line, language: first.position!.start.line },
  }
}
