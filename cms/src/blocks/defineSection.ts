import type { LandingKind, SectionKind } from '@masthead/shared/types'
import type { Block, Field } from 'payload'
import type { ArticleForm } from '../import/ArticleForm.ts'
import { blockLabel } from '../admin/rowLabel.ts'

/** Defines a kind of section: the fields that all sections share (label, kicker, heading, summary), then its own. */
export function defineSection<Kind extends LandingKind | SectionKind>(
  definition: Definition<Kind>,
): SectionDefinition<Kind> {
  const { fields, label, name, plural, slug, suggestions } = definition
  const block: Block = {
    slug,
    interfaceName: `${slug[0]!.toUpperCase()}${slug.slice(1)}Section`,
    labels: { singular: name, plural },
    imageURL: `/section-kinds/${slug}.svg`,
    imageAltText: '',
    admin: {
      disableBlockName: true,
      components: blockLabel(name, 'heading', 'kicker', 'label'),
    },
    fields: [
      {
        type: 'row',
        fields: [
          {
            name: 'label',
            type: 'text',
            maxLength: 40,
            defaultValue: label,
            admin: {
              width: '50%',
              description: 'The small word above the section.',
              ...(suggestions
                && {
                  components: {
                    afterInput: [{ path: '/admin/Suggestions.tsx#Suggestions', clientProps: { words: suggestions } }],
                  },
                }),
            },
          },
          {
            name: 'kicker',
            type: 'text',
            maxLength: 80,
            admin: { width: '50%', description: 'A few words over the heading, drawn in small capitals.' },
          },
        ],
      },
      { name: 'heading', type: 'text', maxLength: 160 },
      // See `sections/preserveAnchors.ts`.
      {
        name: 'anchor',
        type: 'text',
        maxLength: 90,
        admin: { hidden: true },
        hooks: { beforeDuplicate: [() => null] },
      },
      {
        name: 'summary',
        type: 'textarea',
        maxLength: 600,
        admin: { description: 'One or two sentences under the heading, drawn larger than the text.' },
      },
      ...fields,
    ],
  }
  return { ...definition, block }
}

export type SectionDefinition<Kind extends LandingKind | SectionKind> = Definition<Kind> & { block: Block }

type Definition<Kind extends LandingKind | SectionKind>
  = & Schema<Kind>
    & (
    // A kind that articles offer must say how article files write it.
    Kind extends SectionKind ? { article: ArticleForm<Kind> } : { article?: never }
  )

interface Schema<Kind> {
  slug: Kind
  /** The name in the palette. */
  name: string
  plural: string
  /** The default label above the heading. */
  label?: string
  /** Labels that the editor suggests; the writer may type another. Each also begins a section of article files. */
  suggestions?: string[]
  fields: Field[]
}
