import type { CollectionConfig, Field, OptionObject } from 'payload'
import { administrators, noOne } from '../access.ts'
import { forbidRelationQueries } from '../server/query/forbidRelationQueries.ts'
import { AUDIT_LOG_TABLE } from './AUDIT_LOG_TABLE.ts'
import { EVENTS } from './EVENTS.ts'

/**
 * Returns the collection of the audit log. Only the CMS writes it, bypassing Payload's operations.
 *
 * @param about the collections and globals that entries may be about
 */
export function auditLog(about: OptionObject[]): CollectionConfig<'audit-log'> {
  return {
    slug: 'audit-log',
    // The same on both databases: a backup appends to it without Payload.
    dbName: AUDIT_LOG_TABLE,
    labels: { singular: 'Audit entry', plural: 'Audit entries' },
    access: { read: administrators, create: noOne, update: noOne, delete: noOne },
    admin: {
      group: 'Settings',
      useAsTitle: 'title',
      defaultColumns: ['at', 'name', 'event', 'about', 'title', 'address'],
      listSearchableFields: ['name', 'title', 'address'],
      description:
        'The actions of all users, newest first. Entries cannot be changed. Saved drafts are not recorded, because they have versions.',
    },
    defaultSort: '-at',
    disableDuplicate: true,
    disableBulkEdit: true,
    lockDocuments: false,
    timestamps: false,
    indexes: [{ fields: ['about', 'documentId'] }],
    hooks: { beforeOperation: [forbidRelationQueries] },
    fields: [
      {
        name: 'at',
        type: 'date',
        required: true,
        index: true,
        label: 'When',
        admin: { date: { pickerAppearance: 'dayAndTime', displayFormat: 'd MMM yyyy, HH:mm:ss' } },
      },
      { name: 'name', type: 'text', label: 'Who', admin: CELL },
      {
        name: 'event',
        type: 'select',
        required: true,
        index: true,
        options: Object.entries(EVENTS).map(([value, label]) => ({ value, label })),
        label: 'What',
        admin: CELL,
      },
      { name: 'about', type: 'select', options: about, label: 'Kind of document', admin: CELL },
      { name: 'title', type: 'text', label: 'Document', admin: CELL },
      { name: 'address', type: 'text', label: 'From', admin: CELL },
      // Failures from one source within a minute share one entry.
      { name: 'count', type: 'number', label: 'Times' },
      {
        name: 'actor',
        type: 'select',
        required: true,
        label: 'Kind of actor',
        options: [
          { value: 'user', label: 'Person' },
          { value: 'service', label: 'Service key' },
          { value: 'system', label: 'The CMS itself' },
          { value: 'anonymous', label: 'A visitor who was not signed in' },
        ],
      },
      { name: 'userId', type: 'text', index: true, label: 'Id of the person' },
      { name: 'documentId', type: 'text', label: 'Id of the document' },
      // Absent until the entry is sealed. Both databases ignore absent values in a unique index.
      { name: 'number', type: 'number', unique: true, index: true, label: 'Sealed as' },
      ...['key'].map(name => internal({ name, type: 'text', required: true, unique: true, index: true })),
      ...['nameDigest', 'titleDigest', 'mac'].map(name => internal({ name, type: 'text', required: true })),
      ...['nameSalt', 'titleSalt', 'previous', 'seal'].map(name => internal({ name, type: 'text' })),
    ],
  }
}

const CELL = { components: { Cell: '/admin/audit/EntryCell.tsx#EntryCell' } }

/** Hides a field that only `npm run audit` needs to verify an entry. */
function internal(field: Extract<Field, { type: 'text' }>): Field {
  return { ...field, hidden: true } as Field
}
