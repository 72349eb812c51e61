import type { DatabaseCopy } from './DatabaseCopy.ts'
import type { Manifest } from './Manifest.ts'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import product from '../../package.json' with { type: 'json' }
import { hasAuditSecret } from '../audit/hasAuditSecret.ts'
import { formatHead, headAt } from '../audit/head.ts'
import { newEntry } from '../audit/newEntry.ts'
import { env, picturesFolder } from '../env.ts'
import { copyOf } from './copyOf.ts'
import { copyPictures } from './copyPictures.ts'
import { writeManifest } from './Manifest.ts'

/**
 * Writes the database and the pictures into a new folder while the product runs. It records the backup in the audit log
 * first, so that a failed one is recorded too.
 */
export async function backUp(folder: string, tell: (line: string) => void): Promise<Manifest> {
  await mkdir(folder, { recursive: true })
  if ((await readdir(folder)).length > 0)
    throw new Error(`${folder} is not empty: give a folder that is, or that does not exist yet.`)
  const made = new Date()
  const pictures = { from: picturesFolder, to: join(folder, 'media') }
  // Copies pictures before and after the database: a picture that the database knows existed before that moment, or
  // still exists after it.
  if (!env.s3)
    await copyPictures(pictures)
  const database = copyOf(env.databaseUrl)
  try {
    await recordBackup(database, tell)
    const last = await database.lastSealedEntry()
    const dumped = await database.dump(folder)
    if (!env.s3)
      await copyPictures({ ...pictures, since: made.getTime() })
    return await writeManifest(folder, {
      masthead: product.version,
      made: made.toISOString(),
      database: database.kind,
      pictures: env.s3 ? 'in a bucket' : 'in this backup',
      ...(last && { auditHead: formatHead(headAt(last)) }),
      ...dumped,
    })
  }
  finally {
    await database.close()
  }
}

async function recordBackup(database: DatabaseCopy, tell: (line: string) => void): Promise<void> {
  if (!hasAuditSecret)
    tell('The audit log does not record this backup: give the PAYLOAD_SECRET of the CMS.')
  else if (!await database.appendToAuditLog(newEntry({ event: 'backed-up' }, { actor: 'system', name: 'The CMS' })))
    tell('The audit log does not record this backup: the database is of an earlier version, which has none.')
}
