import type { SiteContent } from './selections'

/** The site as the CMS has it before an editor names it. */
export const UNNAMED: SiteContent = { name: 'Masthead', journalTitle: 'Journal' }
