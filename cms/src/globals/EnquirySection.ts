import type { GlobalConfig } from 'payload'
import { editorsAndMarketers } from '../access.ts'
import { rowLabel } from '../admin/rowLabel.ts'
import { stats } from '../fields/stats.ts'

export const EnquirySection: GlobalConfig<'enquiry-section'> = {
  slug: 'enquiry-section',
  label: 'Enquiry section',
  access: { read: () => true, update: editorsAndMarketers },
  admin: { group: 'Marketing', description: 'The text around the enquiry form, on every page that has one.' },
  fields: [
    { name: 'kicker', type: 'text', defaultValue: 'Enquiry', maxLength: 80 },
    { name: 'heading', type: 'text', required: true, defaultValue: 'Get in touch', maxLength: 160 },
    { name: 'text', type: 'textarea', maxLength: 600 },
    {
      name: 'badges',
      type: 'array',
      maxRows: 6,
      labels: { singular: 'Assurance', plural: 'Assurances' },
      admin: { components: rowLabel('label') },
      fields: [{ name: 'label', type: 'text', required: true, maxLength: 60 }],
    },
    stats,
    { name: 'onArticles', type: 'checkbox', defaultValue: true, label: 'Stands at the end of articles too' },
    {
      name: 'thanks',
      type: 'textarea',
      defaultValue: 'Thank you. We have your message and will answer within two working days.',
      required: true,
      maxLength: 600,
      admin: { description: 'Shown once an enquiry has been sent.' },
    },
  ],
}
