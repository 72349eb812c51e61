import { env } from '../env.ts'

/** Whether this process can write entries that the CMS takes for its own: without a secret its key is a passing one. */
export const hasAuditSecret = env.auditSecret !== undefined || env.payloadSecret !== undefined

/** Why a command that changes or verifies what is audited does not begin. */
export const NO_AUDIT_SECRET = 'PAYLOAD_SECRET is missing, by which the audit log knows who writes it: give the one of the CMS (and AUDIT_SECRET, if the CMS has one).'
