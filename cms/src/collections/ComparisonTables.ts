import { writersWork } from '../access.ts'
import { slug } from '../addresses/slug.ts'
import { rowLabel } from '../admin/rowLabel.ts'
import { cells } from '../fields/cells.ts'
import { dropCellsOfRemovedColumns } from '../fields/dropCellsOfRemovedColumns.ts'
import { owner } from '../fields/owner.ts'
import { defineCollection } from './defineCollection.ts'

export const ComparisonTables = defineCollection({
  slug: 'comparison-tables',
  labels: { singular: 'Comparison table', plural: 'Comparison tables' },
  readers: true,
  drafts: true,
  audited: 'content',
  trash: true,
  access: writersWork,
  admin: {
    group: 'Articles',
    useAsTitle: 'title',
    defaultColumns: ['title', '_status', 'updatedAt'],
    listSearchableFields: ['title', 'slug'],
    description: 'Tables that articles show. One table may stand in many articles: a change shows in all of them.',
  },
  defaultSort: '-updatedAt',
  hooks: {
    beforeValidate: [dropCellsOfRemovedColumns],
  },
  fields: [
    { name: 'title', type: 'text', required: true, maxLength: 200 },
    {
      name: 'description',
      type: 'textarea',
      maxLength: 600,
      admin: { description: 'The things that the table compares, and how.' },
    },
    {
      name: 'criterionLabel',
      type: 'text',
      label: 'Head of the first column',
      defaultValue: 'Criterion',
      required: true,
      maxLength: 80,
    },
    {
      name: 'columns',
      type: 'array',
      required: true,
      minRows: 1,
      maxRows: 8,
      labels: { singular: 'Column', plural: 'Columns' },
      admin: {
        components: rowLabel('label'),
        description: 'The things to compare. Values stay with their column when you move it.',
      },
      fields: [
        {
          type: 'row',
          fields: [
            { name: 'label', type: 'text', required: true, maxLength: 80, admin: { width: '50%' } },
            {
              name: 'note',
              type: 'text',
              maxLength: 160,
              admin: { width: '50%', description: 'In small print under the label: examples, a date.' },
            },
          ],
        },
        {
          name: 'key',
          type: 'text',
          required: true,
          maxLength: 60,
          // Cells refer to this key, so it stays the same as long as the column exists. A duplicate of the table keeps
          // it too.
          defaultValue: () => Math.random().toString(36).slice(2, 10),
          validate: (value: unknown, { data }: { data: unknown }) => {
            const keys = (data as { columns?: { key?: string }[] }).columns?.map(column => column.key) ?? []
            return keys.filter(key => key === value).length < 2
              || `Two columns have the key “${String(value)}”. Give each its own.`
          },
          admin: { hidden: true },
        },
      ],
    },
    {
      name: 'rows',
      type: 'array',
      required: true,
      minRows: 1,
      maxRows: 60,
      labels: { singular: 'Row', plural: 'Rows' },
      admin: { components: { RowLabel: '/admin/TableRowLabel.tsx#TableRowLabel' } },
      fields: [
        { name: 'criterion', type: 'text', required: true, maxLength: 160 },
        cells,
      ],
    },
    slug({
      from: 'title',
      label: 'Key',
      description: 'Names the table in imported files. It follows the title until the table is published.',
    }),
    owner,
  ],
})
