import type { CollectionConfig } from 'payload'

/** Saves drafts while the user types. `versions/trimVersions.ts` limits the versions, because Payload spares none. */
export const autosavedDrafts: CollectionConfig['versions'] = {
  drafts: { autosave: { interval: 800, showSaveDraftButton: true } },
  maxPerDoc: 0,
}

/** The component beside the buttons of a document that saves itself. */
export const draftControls = '/admin/UnsavedWords.tsx#UnsavedWords'
