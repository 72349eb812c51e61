import type { PhrasingContent } from 'mdast'
import type { Report } from './Problem.ts'

/**
 * Returns the words of a field that holds plain text. Reports formatting, which the field would lose.
 *
 * @param where the name of the text for the message: “the heading”
 */
export function plainText(nodes: PhrasingContent[], where: string, report: Report): string {
  return nodes.map((node) => {
    if (node.type === 'text')
      return node.value.replaceAll('\n', ' ')
    if (node.type === 'break')
      return '\n'
    if (node.type === 'link' && isBareAddress(node))
      return plainText(node.children, where, report)
    report(
      node.position!.start.line,
      `There is ${KINDS[node.type] ?? `“${node.type}”`} in ${where}, which is plain text.`,
      MENDS[node.type] ?? 'Take the formatting out.',
    )
    return ''
  }).join('').trim()
}

/** Whether a link is a bare address, which Markdown turns into a link by itself. */
function isBareAddress({ children, position }: Extract<PhrasingContent, { type: 'link' }>): boolean {
  const [text] = children
  return text?.type === 'text' && text.value.length === position!.end.offset! - position!.start.offset!
}

const KINDS: Partial<Record<PhrasingContent['type'], string>> = {
  strong: 'bold text',
  emphasis: 'italic text',
  delete: 'struck-out text',
  inlineCode: 'code',
  link: 'a link',
  linkReference: 'a link',
  image: 'a picture',
  imageReference: 'a picture',
  html: 'HTML',
  footnoteReference: 'a footnote',
}

const MENDS: Partial<Record<PhrasingContent['type'], string>> = {
  html: 'Take it out; a “<” that is meant as itself is written “\\<”.',
  inlineCode: 'Take the backticks out.',
  link: 'Write the words alone.',
}
