import type { Manifest } from './Manifest.ts'
import { mkdir, readdir } from 'node:fs/promises'
import { join } from 'node:path'
import product from '../../package.json' with { type: 'json' }
import { env, picturesFolder } from '../env.ts'
import { copyOf } from './copyOf.ts'
import { copyPictures } from './copyPictures.ts'
import { writeManifest } from './Manifest.ts'

/** Writes the database and the pictures into a new folder, while the product runs. */
export async function backUp(folder: string): Promise<Manifest> {
  await mkdir(folder, { recursive: true })
  if ((await readdir(folder)).length > 0)
    throw new Error(`${folder} is not empty: give a folder that is, or that does not exist yet.`)
  const made = new Date()
  const pictures = { from: picturesFolder, to: join(folder, 'media') }
  // Before and after: a picture that the database knows at its moment was there before it, or is still there after it.
  if (!env.s3)
    await copyPictures(pictures)
  const database = copyOf(env.databaseUrl)
  try {
    const dumped = await database.dump(folder)
    if (!env.s3)
      await copyPictures({ ...pictures, since: made.getTime() })
    return await writeManifest(folder, {
      masthead: product.version,
      made: made.toISOString(),
      database: database.kind,
      pictures: env.s3 ? 'in a bucket' : 'in this backup',
      ...dumped,
    })
  }
  finally {
    await database.close()
  }
}
