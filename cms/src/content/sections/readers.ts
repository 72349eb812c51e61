import type { SectionKind, SectionOf } from '@masthead/shared/types'
import type { Sourced } from '../Article.ts'
import type { Lines } from '../Lines.ts'
import type { Context } from '../richText.ts'
import type { SectionSource } from '../SectionSource.ts'
import { cards } from './cards.ts'
import { Code } from './Code.ts'
import { Comparison } from './Comparison.ts'
import { Faq } from './Faq.ts'
import { Picture } from './Picture.ts'
import { Prose } from './Prose.ts'
import { Quote } from './Quote.ts'

/** Reads what is a kind’s own out of a section. */
export type Reader<Kind extends SectionKind> = (section: SectionSource, context: Context) => {
  fields: Omit<Sourced<SectionOf<Kind>>, keyof Shared | 'blockType' | 'id' | 'blockName'> & Partial<Shared>
  lines?: Lines | undefined
}

type Shared = Pick<SectionOf<'prose'>, 'label' | 'kicker' | 'heading' | 'summary'>

/** One reader for each kind of section: the type checker asks for that of a new one. */
export const readers: { [Kind in SectionKind]: { read: Reader<Kind>, attributes: string[] } } = {
  prose: { read: Prose, attributes: [] },
  comparison: { read: Comparison, attributes: ['key', 'ref', 'title', 'description'] },
  spotlight: { read: cards, attributes: [] },
  takeaways: { read: cards, attributes: [] },
  quote: { read: Quote, attributes: ['person', 'source'] },
  picture: { read: Picture, attributes: ['credit'] },
  code: { read: Code, attributes: ['caption'] },
  faq: { read: Faq, attributes: [] },
}
