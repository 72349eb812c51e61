/** The table of the audit log in SQLite, and its collection in MongoDB. */
export const AUDIT_LOG_TABLE = 'audit_log'
