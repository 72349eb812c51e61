import type { EnquirySection } from '@masthead/shared/payload-types'

export const enquirySection = {
  kicker: 'Enquiry',
  heading: 'Tell us what keeps you awake',
  text:
    'Two or three sentences are enough. An engineer reads them, not a salesperson, and answers with a question or a date.',
  badges: [{ label: 'Answered within two working days' }, { label: 'No newsletter, no call-backs' }, {
    label: 'Under NDA if you like',
  }],
  stats: [{ value: '2 days', label: 'until an engineer answers' }, {
    value: '1 in 3',
    label: 'enquiries that we answer with “you do not need us”',
    source: 'our own count',
  }],
  onArticles: true,
  thanks: 'Thank you. We have your message. One of our engineers will read it and answer within two working days.',
} satisfies Partial<EnquirySection>
