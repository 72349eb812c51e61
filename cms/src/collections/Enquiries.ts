import type { Field } from 'payload'
import { administrators, editorsAndMarketers, noOne, systemManaged } from '../access.ts'
import { senderEndpoints } from '../enquiries/senderEndpoints.ts'
import { submitEndpoint } from '../enquiries/submitEndpoint.ts'
import { defineCollection } from './defineCollection.ts'

export const Enquiries = defineCollection({
  slug: 'enquiries',
  labels: { singular: 'Enquiry', plural: 'Enquiries' },
  readers: false,
  drafts: false,
  audited: 'deletes',
  disableDuplicate: true,
  access: {
    read: editorsAndMarketers,
    create: noOne,
    update: editorsAndMarketers,
    delete: administrators,
  },
  admin: {
    group: 'Marketing',
    useAsTitle: 'reference',
    defaultColumns: ['reference', 'name', 'company', 'message', 'status', 'createdAt'],
    listSearchableFields: ['reference', 'name', 'email', 'company', 'message'],
    description:
      'Enquiries that visitors sent with the form, newest first. Their text cannot be changed: set the status and write notes.',
  },
  defaultSort: '-createdAt',
  endpoints: [submitEndpoint, ...senderEndpoints],
  fields: [
    written({ name: 'name', type: 'text', required: true }),
    written({
      type: 'row',
      fields: [
        // Not Payload's e-mail field, which refuses letters beyond ASCII.
        written({ name: 'email', type: 'text', required: true, index: true, label: 'E-mail' }),
        written({ name: 'company', type: 'text' }),
      ],
    }),
    written({ name: 'message', type: 'textarea', required: true, admin: { rows: 12 } }),
    written({
      name: 'reference',
      type: 'text',
      required: true,
      unique: true,
      admin: { position: 'sidebar', description: 'The visitor knows it too.' },
    }),
    {
      name: 'status',
      type: 'select',
      required: true,
      defaultValue: 'new',
      index: true,
      options: [
        { value: 'new', label: 'New' },
        { value: 'answered', label: 'Answered' },
        { value: 'spam', label: 'Spam' },
      ],
      admin: {
        position: 'sidebar',
        description: 'Enquiries that look like spam arrive as spam: check them now and then.',
      },
    },
    {
      name: 'note',
      type: 'textarea',
      maxLength: 5000,
      admin: { position: 'sidebar', description: 'For yourselves. The visitor never sees it.' },
    },
    written({
      name: 'page',
      type: 'text',
      label: 'Sent from',
      admin: { position: 'sidebar', description: 'The page on which the form stood.' },
    }),
    {
      name: 'sender',
      type: 'ui',
      admin: {
        position: 'sidebar',
        disableListColumn: true,
        components: { Field: '/admin/SenderEnquiries.tsx#SenderEnquiries' },
      },
    },
    // These two unique fields let the database refuse an enquiry that was sent twice.
    { name: 'submission', type: 'text', required: true, unique: true, hidden: true, access: { update: systemManaged } },
    { name: 'moment', type: 'text', required: true, unique: true, hidden: true, access: { update: systemManaged } },
  ],
})

/** A field with the visitor's text, or a fact stored with it. No user can change it. */
function written<F extends Field>(field: F): F {
  return {
    ...field,
    ...('name' in field && { access: { update: systemManaged } }),
    admin: { ...field.admin, readOnly: true },
  } as F
}
