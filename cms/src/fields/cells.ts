import type { JSONField } from 'payload'
import { cellsProblem, MARKS } from '@masthead/shared/cells'

/** The values of a table's row, one for each column key: moving a column never moves a value. */
export const cells: JSONField = {
  name: 'cells',
  type: 'json',
  label: 'Values',
  defaultValue: {},
  jsonSchema: {
    uri: 'masthead://cells.json',
    fileMatch: ['masthead://cells.json'],
    schema: {
      type: 'object',
      additionalProperties: {
        type: 'object',
        required: ['mark'],
        additionalProperties: false,
        properties: {
          mark: { type: 'string', enum: [...MARKS] },
          text: { type: 'string' },
          note: { type: 'string' },
          source: { type: 'string' },
        },
      },
    },
  },
  validate: (value, { data }) =>
    cellsProblem(value, (data as { columns?: { key?: string | null }[] }).columns ?? []) ?? true,
  admin: { components: { Field: '/admin/TableCells.tsx#TableCells' } },
}
