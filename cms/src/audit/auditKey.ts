import { env } from '../env.ts'
import { deriveKey } from '../server/deriveKey.ts'

/**
 * The key of the audit log, which is nowhere in the database. `PAYLOAD_SECRET` may be replaced to end all sessions;
 * what was sealed with it verifies for as long as `AUDIT_SECRET` names it.
 */
export const auditKey = deriveKey('audit log', env.auditSecret)
