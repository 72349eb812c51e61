import type { CollectionConfig } from 'payload'

/** Saves drafts while the user types, and keeps a hundred earlier versions of each document. */
export const autosavedDrafts: CollectionConfig['versions'] = {
  drafts: { autosave: { interval: 800, showSaveDraftButton: true } },
  maxPerDoc: 100,
}

/** The component beside the buttons of a document that saves itself. */
export const draftControls = '/admin/UnsavedWords.tsx#UnsavedWords'
