import { createServerFeature } from '@payloadcms/richtext-lexical'

/** Lets the journal hear of every change of a rich text at once. It adds nothing to the text itself. */
export const JournalFeature = createServerFeature({
  feature: { ClientFeature: '/admin/journal/JournalFeatureClient.tsx#JournalFeatureClient', clientFeatureProps: null },
  key: 'journal',
})
