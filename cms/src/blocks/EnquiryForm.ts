import { defineSection } from './defineSection.ts'

/** Where the enquiry form stands; its words are those of the global “Enquiry section” unless they are given here. */
export const EnquiryForm = defineSection({ slug: 'enquiryForm', name: 'Enquiry form', plural: 'Enquiry forms', fields: [] })
