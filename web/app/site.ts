import type { SiteWords } from './selections'

/** The site as the CMS has it before an editor names it. */
export const UNNAMED: SiteWords = { name: 'Masthead', journalTitle: 'Journal' }
