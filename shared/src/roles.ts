/** The roles of the people who work in the CMS, most powerful first. */
export const ROLES = ['admin', 'editor', 'writer', 'marketer'] as const

export type Role = typeof ROLES[number]
