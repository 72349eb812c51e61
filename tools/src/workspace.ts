import { fileURLToPath } from 'node:url'

export const root = fileURLToPath(new URL('../../', import.meta.url))

/** What the tools remember between runs; safe to delete. */
export const cache = fileURLToPath(new URL('../.cache/', import.meta.url))

/** What imports and exports articles. */
export const contentCommand = fileURLToPath(new URL('../../cms/src/content/cli.ts', import.meta.url))

/** What verifies the audit log. */
export const auditCommand = fileURLToPath(new URL('../../cms/src/audit/cli.ts', import.meta.url))

/** What helps a person who cannot sign in any more. */
export const peopleCommand = fileURLToPath(new URL('../../cms/src/people/cli.ts', import.meta.url))

/** What writes backups and reads them. */
export const backupCommand = fileURLToPath(new URL('../../cms/src/backup/cli.ts', import.meta.url))
