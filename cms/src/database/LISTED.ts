/** The fields by which readers' lists of articles are found and ordered, in the order of their indexes. */
export const LISTED = ['_status', 'publishedAt', 'createdAt', 'deletedAt']
