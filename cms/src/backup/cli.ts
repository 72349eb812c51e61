import type { Manifest } from './Manifest.ts'
import process from 'node:process'
import { hasAuditSecret, NO_AUDIT_SECRET } from '../audit/hasAuditSecret.ts'
import { env, picturesFolder } from '../env.ts'
import { redactMessage } from '../server/log/redact.ts'

/** `cli.ts backup FOLDER` and `cli.ts restore FOLDER`. */
try {
  // Only the owner may read the files of a backup.
  process.umask(0o077)
  process.exitCode = await main(process.argv.slice(2))
}
catch (error) {
  console.error(redactMessage(error))
  process.exitCode = 1
}

async function main([command, folder, ...rest]: string[]): Promise<number> {
  if (!folder || folder.startsWith('-') || rest.length > 0) {
    console.error(`Say which one folder: ${command} FOLDER`)
    return 2
  }
  if (command === 'backup') {
    const { backUp } = await import('./backUp.ts')
    const manifest = await backUp(folder, console.error)
    console.log(
      `${summary(manifest)}\n${guarantee(manifest)}\nIt holds the text of enquiries and the hashes of passwords: store it where only you can read it.`,
    )
    return 0
  }
  if (!hasAuditSecret)
    throw new Error(NO_AUDIT_SECRET)
  const { restore } = await import('./restore.ts')
  const manifest = await restore(folder, console.error)
  console.log(
    `Restored, as of ${manifest.made}. ${summary(manifest)}\nIf PAYLOAD_SECRET has changed, all users have to sign in again. Passwords stay as they were.`,
  )
  if (env.s3 && manifest.pictures === 'in this backup') {
    console.log(
      `The pictures are in ${picturesFolder}: copy them into the bucket ${env.s3.bucket}, under their names, before you start.`,
    )
  }
  return 0
}

function summary({ database, counts, files, pictures }: Manifest): string {
  const rows = Object.values(counts).reduce((sum, count) => sum + count, 0)
  const bytes = Object.values(files).reduce((sum, file) => sum + file.bytes, 0)
  const images = Object.keys(files).filter(path => path.startsWith('media/')).length
  return `${database === 'sqlite' ? `${rows} rows of SQLite` : `${rows} documents of MongoDB`}, ${pictures === 'in a bucket' ? 'no pictures (they are in the bucket)' : `${images} files of pictures`}; ${(bytes / 1e6).toFixed(1)} MB.`
}

function guarantee({ isOneMoment, made }: Manifest): string {
  return isOneMoment
    ? `The database is as it was at one moment, after ${made}.`
    : `The database is a single MongoDB server, which cannot be read as of one moment: changes after ${made} may be in it in part. A replica set has no such gap.`
}
