import type { Block, BlocksField } from 'payload'
import { refuseUnknownBlocks } from './refuseUnknownBlocks.ts'

/** Returns the field for the sections of an article or a page, of these kinds. */
export function sectionsField(kinds: Record<string, { block: Block }>): BlocksField {
  return {
    name: 'sections',
    type: 'blocks',
    blocks: Object.values(kinds).map(({ block }) => block),
    labels: { singular: 'Section', plural: 'Sections' },
    required: true,
    minRows: 1,
    hooks: { beforeValidate: [refuseUnknownBlocks] },
    admin: {
      description: 'Readers see them in this order. Drag to move one; the menu of a section copies or removes it.',
    },
  }
}
