import type { DatabaseCopy } from './DatabaseCopy.ts'
import type { Manifest } from './Manifest.ts'
import { existsSync } from 'node:fs'
import { readdir, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createLocalReq } from 'payload'
import product from '../../package.json' with { type: 'json' }
import { recordEvent } from '../audit/recordEvent.ts'
import { startNewFeed } from '../changes/entries.ts'
import { openPayload } from '../database/openPayload.ts'
import { env, picturesFolder } from '../env.ts'
import { copyOf } from './copyOf.ts'
import { copyPictures } from './copyPictures.ts'
import { readManifest } from './Manifest.ts'

/** Restores a backup into an empty installation, and migrates it as a start of the CMS does. */
export async function restore(folder: string, tell: (line: string) => void): Promise<Manifest> {
  const manifest = await readManifest(folder)
  if (isNewer(manifest.masthead, product.version)) {
    throw new Error(
      `This backup is of Masthead ${manifest.masthead}, and this is ${product.version}: restore it with that version, or a newer one.`,
    )
  }
  await load(folder, manifest)
  const payload = await openPayload(tell)
  try {
    await startNewFeed(payload.db)
    await recordEvent(await createLocalReq({}, payload), {
      event: 'backup-restored',
      title: `The backup of ${manifest.made}`,
    })
  }
  finally {
    await payload.destroy()
  }
  return manifest
}

async function load(folder: string, manifest: Manifest): Promise<void> {
  const draft = `${picturesFolder}.restoring`
  const database = copyOf(env.databaseUrl)
  try {
    await requireEmptyPlace(manifest, database)
    await rm(draft, { recursive: true, force: true })
    await copyPictures({ from: join(folder, 'media'), to: draft })
    await database.load(folder)
    await rm(picturesFolder, { recursive: true, force: true })
    await rename(draft, picturesFolder)
  }
  finally {
    await database.close()
  }
}

async function requireEmptyPlace(manifest: Manifest, database: DatabaseCopy): Promise<void> {
  if (database.kind !== manifest.database) {
    throw new Error(
      `This is a backup of ${NAMES[manifest.database]}, and DATABASE_URL names ${NAMES[database.kind]}: give it an empty ${NAMES[manifest.database]}.`,
    )
  }
  const occupied = await database.occupied() ?? await occupiedBy(picturesFolder)
  if (occupied) {
    throw new Error(
      `${occupied}: a backup is restored only where there is nothing. Give another DATA_DIR or DATABASE_URL, or take away what is there.`,
    )
  }
}

const NAMES = { mongodb: 'MongoDB', sqlite: 'SQLite' } as const

async function occupiedBy(folder: string): Promise<string | undefined> {
  return existsSync(folder) && (await readdir(folder)).length > 0
    ? `There are pictures in ${folder} already`
    : undefined
}

function isNewer(version: string, than: string): boolean {
  return version.localeCompare(than, 'en', { numeric: true }) > 0
}
