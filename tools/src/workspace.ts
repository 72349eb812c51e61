import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

/** The folder of the tools' caches between runs; safe to delete. */
export const cache = fileURLToPath(new URL('../.cache/', import.meta.url))

/** The command that imports and exports articles. */
export const contentCommand = fileURLToPath(new URL('../../cms/src/import/cli.ts', import.meta.url))

/** The command that verifies the audit log. */
export const auditCommand = fileURLToPath(new URL('../../cms/src/audit/cli.ts', import.meta.url))

/** The command that helps a user who cannot sign in any more. */
export const peopleCommand = fileURLToPath(new URL('../../cms/src/users/cli.ts', import.meta.url))

/** The command that writes and restores backups. */
export const backupCommand = fileURLToPath(new URL('../../cms/src/backup/cli.ts', import.meta.url))
