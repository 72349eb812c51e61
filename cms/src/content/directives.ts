import type { SectionKind } from '@masthead/shared/types'

export interface Directive {
  kind: SectionKind
  /** The label that the section has until the writer gives another. */
  label?: string
}

/** The directives that begin a section. */
export const DIRECTIVES = new Map<string, Directive>([
  ['prose', { kind: 'prose' }],
  ['introduction', { kind: 'prose', label: 'introduction' }],
  ['deep-dive', { kind: 'prose', label: 'deep-dive' }],
  ['counter-argument', { kind: 'prose', label: 'counter-argument' }],
  ['future-outlook', { kind: 'prose', label: 'future-outlook' }],
  ['comparison', { kind: 'comparison' }],
  ['spotlight', { kind: 'spotlight', label: 'spotlight' }],
  ['takeaways', { kind: 'takeaways', label: 'takeaways' }],
  ['quote', { kind: 'quote' }],
  ['picture', { kind: 'picture' }],
  ['code', { kind: 'code' }],
  ['faq', { kind: 'faq', label: 'questions' }],
])

/** The directives that stand inside a section. */
export const NESTED = ['card']
