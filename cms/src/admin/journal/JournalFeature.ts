import { createServerFeature } from '@payloadcms/richtext-lexical'

/** Reports every change of a rich text to the journal at once. It adds nothing to the text itself. */
export const JournalFeature = createServerFeature({
  feature: { ClientFeature: '/admin/journal/JournalFeatureClient.tsx#JournalFeatureClient', clientFeatureProps: null },
  key: 'journal',
})
