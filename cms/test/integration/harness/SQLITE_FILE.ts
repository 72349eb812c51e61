/** The name of the database file in the data folder of a test. */
export const SQLITE_FILE = 'masthead.db'
