/** The time, by the clock of the server, of the list that this tab shows. */
export const listTime: { current?: string } = {}
