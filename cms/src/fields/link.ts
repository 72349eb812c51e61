import type { Field, GroupField, TextFieldSingleValidation } from 'payload'
import { linkProblem } from '@masthead/shared/linkProblem'
import { LINKABLE } from '@masthead/shared/paths'

/**
 * Returns a field for a link with its text: to one of our documents, whose address it then follows, or to any address.
 */
export function link(overrides: { name?: string, label?: string, required?: boolean } = {}): GroupField {
  return { name: 'link', type: 'group', ...overrides, fields: linkFields(overrides.required ?? true) }
}

export function linkFields(required: boolean): Field[] {
  return [
    {
      name: 'label',
      type: 'text',
      required,
      maxLength: 80,
      label: 'Words',
      admin: { description: 'The text of the link.' },
    },
    {
      type: 'row',
      fields: [
        {
          name: 'document',
          type: 'relationship',
          relationTo: LINKABLE,
          label: 'To a document',
          admin: {
            width: '50%',
            description: 'The link follows it wherever it moves, and is left out while it is not public.',
          },
        },
        {
          name: 'url',
          type: 'text',
          label: 'or to an address',
          maxLength: 500,
          validate: isTarget(required),
          admin: { width: '50%', description: 'https://…, mailto:…, tel:… or a path of this site such as /blog.' },
        },
      ],
    },
  ]
}

function isTarget(required: boolean): TextFieldSingleValidation {
  return (url, { siblingData }) => {
    const { document } = siblingData as { document?: unknown }
    if (url && document)
      return 'Choose a document or give an address, not both.'
    if (url)
      return linkProblem(url) ?? true
    return Boolean(document) || !required || 'Choose a document, or give an address.'
  }
}
