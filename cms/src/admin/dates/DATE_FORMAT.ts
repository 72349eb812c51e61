/** The date-fns format of every date in the admin: `22 Nov 2026, 15:30`. */
export const DATE_FORMAT = 'd MMM yyyy, HH:mm'
