import type { SiteWords } from './selections'

/** What the CMS says before an editor has named the site. */
export const UNNAMED: SiteWords = { name: 'Masthead', journalTitle: 'Journal' }
