import type { CollectionConfig } from 'payload'

/** Drafts save themselves while somebody types, and a hundred earlier versions of each document are kept. */
export const autosavedDrafts: CollectionConfig['versions'] = {
  drafts: { autosave: { interval: 800, showSaveDraftButton: true } },
  maxPerDoc: 100,
}

/** What stands beside the buttons of a document that saves itself. */
export const draftControls = '/admin/UnsavedWords.tsx#UnsavedWords'
