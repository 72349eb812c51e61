/** `22 Nov 2026, 15:30`, in the words of date-fns: as dates stand everywhere in the admin. */
export const DATE_FORMAT = 'd MMM yyyy, HH:mm'
