import { defineSection } from './defineSection.ts'

/**
 * The section that shows the enquiry form. Its text comes from the global “Enquiry section” unless the section has its
 * own.
 */
export const EnquiryForm = defineSection({
  slug: 'enquiryForm',
  name: 'Enquiry form',
  plural: 'Enquiry forms',
  fields: [],
})
