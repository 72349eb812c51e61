/** The query of a user who has seen every save: without a revision, the draft of another user is not replaced. */
export const SEEN_ALL = { revision: '2999-01-01T00:00:00Z' }
