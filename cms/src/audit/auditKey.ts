import { env } from '../env.ts'
import { deriveKey } from '../server/deriveKey.ts'

/**
 * The key of the audit log. The database does not contain it. Replacing `PAYLOAD_SECRET` ends all sessions; earlier
 * seals still verify as long as `AUDIT_SECRET` holds the secret that sealed them.
 */
export const auditKey = deriveKey('audit log', env.auditSecret)
