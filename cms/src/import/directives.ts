import type { SectionKind } from '@masthead/shared/types'
import { articleKinds } from '../blocks/kinds.ts'

export interface Directive {
  kind: SectionKind
  /** The default label of the section. */
  label: string | undefined
}

/** The directives that begin a section: one for each kind, and one for each label that the kind suggests. */
export const DIRECTIVES = new Map(
  Object.values(articleKinds).flatMap(({ slug, label, suggestions = [] }): [string, Directive][] => [
    [slug.replaceAll(/[A-Z]/g, letter => `-${letter.toLowerCase()}`), { kind: slug, label }],
    ...suggestions.map((label): [string, Directive] => [label, { kind: slug, label }]),
  ]),
)

/** The directives that stand inside a section. */
export const NESTED = ['card']
