import type { RichText, Section, SectionKind, SectionOf } from './types.ts'
import { isPublished } from './types.ts'

/** Returns the text of a section as a reader sees it, in order, without mark-up. */
export function textOf(section: Section): string[] {
  const ownText = OWN_TEXT[section.blockType] as ((section: Section) => Words) | undefined
  return [section.label, section.kicker, section.heading, section.summary, ...ownText?.(section) ?? []].filter(isText)
}

type Words = (string | null | undefined)[]

const OWN_TEXT: { [Kind in SectionKind]: (section: SectionOf<Kind>) => Words } = {
  prose: ({ body }) => [textOfRichText(body)],
  comparison: ({ table }) => !isPublished(table)
    ? []
    : [
        table.title,
        table.description,
        table.criterionLabel,
        ...table.columns.flatMap(({ label, note }) => [label, note]),
        ...table.rows.flatMap(({ criterion, cells }) => [
          criterion,
          ...table.columns.flatMap(({ key }) => [cells?.[key]?.text, cells?.[key]?.note, cells?.[key]?.source]),
        ]),
      ],
  spotlight: ({ cards }) => textOfCards(cards),
  takeaways: ({ cards }) => textOfCards(cards),
  quote: ({ text, person, source }) => [text, person, source],
  picture: ({ caption }) => [caption],
  code: ({ code, caption }) => [code, caption],
  faq: ({ questions }) => questions.flatMap(({ question, answer }) => [question, textOfRichText(answer)]),
}

function textOfCards(cards: SectionOf<'takeaways'>['cards']): Words {
  return cards.filter(isPublished).flatMap(({ title, body, points, stats }) => [
    title,
    body,
    ...points?.flatMap(({ lead, text }) => [lead, text]) ?? [],
    ...stats?.flatMap(({ value, label, source }) => [value, label, source]) ?? [],
  ])
}

/** Returns the text of rich text. Each block has a line of its own. */
function textOfRichText({ root }: RichText): string {
  return root.children.map(textOfNode).join('\n')
}

function textOfNode(node: unknown): string {
  const { text, children } = node as { text?: unknown, children?: unknown[] }
  if (typeof text === 'string')
    return text
  // A space separates the text of list items, which are nodes within a node.
  return children?.map(textOfNode).join(isBlock(children[0]) ? ' ' : '') ?? ' '
}

function isBlock(node: unknown): boolean {
  return Array.isArray((node as { children?: unknown[] } | undefined)?.children)
}

function isText(words: string | null | undefined): words is string {
  return Boolean(words?.trim())
}
