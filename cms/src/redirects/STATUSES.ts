/** The statuses of redirects, in the order in which the admin offers them. */
export const STATUSES = [
  { value: '301', label: 'Moved permanently (301)' },
  { value: '308', label: 'Moved permanently, forms too (308)' },
  { value: '302', label: 'Elsewhere for now (302)' },
  { value: '307', label: 'Elsewhere for now, forms too (307)' },
  { value: '410', label: 'Gone, without a replacement (410)' },
] as const
