/** The roles of users, most powerful first. */
export const ROLES = ['admin', 'editor', 'writer', 'marketer'] as const

export type Role = typeof ROLES[number]
