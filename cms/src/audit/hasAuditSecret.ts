import { env } from '../env.ts'

/**
 * Whether this process can write entries that the CMS accepts as its own. Without a secret its key is random and
 * temporary.
 */
export const hasAuditSecret = env.auditSecret !== undefined || env.payloadSecret !== undefined

/** The message of a command that refuses to change or verify audited data without a secret. */
export const NO_AUDIT_SECRET
  = 'PAYLOAD_SECRET is missing, so the audit log cannot be written or verified. Give the PAYLOAD_SECRET of the CMS (and its AUDIT_SECRET, if it has one).'
