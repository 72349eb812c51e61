/** The fields that select and order readers' lists of articles, in the order of their indexes. */
export const LISTED = ['_status', 'publishedAt', 'createdAt', 'deletedAt']
