import { section } from './section.ts'

/** Where the enquiry form stands; its words are those of the global “Enquiry section” unless they are given here. */
export const EnquiryForm = section({ slug: 'enquiryForm', name: 'Enquiry form', plural: 'Enquiry forms', fields: [] })
