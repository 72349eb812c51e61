import type { Block, Field } from 'payload'
import { blockLabel } from '../admin/rowLabel.ts'

interface Kind {
  slug: string
  /** What the palette calls it. */
  name: string
  plural: string
  /** The word above the heading, until the writer chooses another. */
  label?: string
  /** Words for the label that the editor offers; the writer may use their own. */
  suggestions?: string[]
  fields: Field[]
}

/** A kind of section: what all sections share (label, kicker, heading, summary), then what is its own. */
export function section({ slug, name, plural, label, suggestions, fields }: Kind): Block {
  return {
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
              ...(suggestions && { components: { afterInput: [{ path: '/admin/Suggestions.tsx#Suggestions', clientProps: { words: suggestions } }] } }),
            },
          },
          { name: 'kicker', type: 'text', maxLength: 80, admin: { width: '50%', description: 'A few words over the heading, drawn in small capitals.' } },
        ],
      },
      { name: 'heading', type: 'text', maxLength: 160 },
      // See `sections/preserveAnchors.ts`.
      { name: 'anchor', type: 'text', maxLength: 90, admin: { hidden: true }, hooks: { beforeDuplicate: [() => null] } },
      { name: 'summary', type: 'textarea', maxLength: 600, admin: { description: 'One or two sentences under the heading, drawn larger than the text.' } },
      ...fields,
    ],
  }
}
