import type { DatabaseCopy } from './DatabaseCopy.ts'
import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { readdir, readFile, stat, writeFile } from 'node:fs/promises'
import { join, relative } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { syncFile } from './syncFile.ts'

/** A backup's description of itself. It is written last: a folder without one is no backup, or an incomplete one. */
export interface Manifest {
  /** The version of the product. */
  masthead: string
  made: string
  database: DatabaseCopy['kind']
  /** Whether the copy shows the database at one moment. */
  isOneMoment: boolean
  pictures: 'in a bucket' | 'in this backup'
  /** The head of the audit log, as `npm run audit -- verify --head` accepts it; left out if nothing is sealed. */
  auditHead?: string
  /** Rows or documents, by table or collection. */
  counts: Record<string, number>
  /** By their paths. */
  files: Record<string, { bytes: number, sha256: string }>
}

/** Describes every file of the folder, after each has reached the disk. */
export async function writeManifest(folder: string, about: Omit<Manifest, 'files'>): Promise<Manifest> {
  const manifest = { ...about, files: Object.fromEntries(await describeAll(folder)) }
  await writeFile(join(folder, MANIFEST), `${JSON.stringify(manifest, null, 2)}\n`, { flag: 'wx', flush: true })
  return manifest
}

/**
 * Returns the manifest of a backup.
 * @throws {Error} if the folder is no backup, or has changed since it was made
 */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, MANIFEST), 'utf8').catch((cause) => {
    throw new Error(`${folder} is no backup, or one that was broken off: there is no ${MANIFEST} in it.`, { cause })
  })
  const manifest = JSON.parse(text) as Manifest
  for (const [path, { bytes, sha256 }] of Object.entries(manifest.files)) {
    const found = await describe(join(folder, path)).catch(() => undefined)
    if (found?.sha256 !== sha256 || found.bytes !== bytes) {
      throw new Error(
        `The backup is damaged: ${path} is ${found ? 'not as it was written' : 'missing'}. Nothing has been restored.`,
      )
    }
  }
  return manifest
}

const MANIFEST = 'manifest.json'

async function describeAll(folder: string): Promise<[string, Manifest['files'][string]][]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name)).sort()
  const described: [string, Manifest['files'][string]][] = []
  for (const path of paths) {
    await syncFile(path)
    described.push([relative(folder, path), await describe(path)])
  }
  return described
}

async function describe(path: string): Promise<Manifest['files'][string]> {
  const hash = createHash('sha256')
  await pipeline(createReadStream(path), hash)
  return { bytes: (await stat(path)).size, sha256: hash.digest('hex') }
}
