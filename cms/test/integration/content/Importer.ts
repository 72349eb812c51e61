import type { Collections } from '@masthead/shared/types'
import type { CollectionSlug, Payload } from 'payload'
import type { ImportOptions, Outcome } from '../../../src/import/importFiles.ts'
import { Buffer } from 'node:buffer'
import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { freshDatabase } from '../harness/freshDatabase.ts'

/** A new database with the import on it, in this process and as a command. */
export async function openImporter(): Promise<Importer> {
  const folder = await mkdtemp(join(tmpdir(), 'masthead-import-'))
  Object.assign(process.env, {
    DATA_DIR: folder,
    DATABASE_URL: await freshDatabase(folder),
    PAYLOAD_SECRET: randomBytes(16).toString('hex'),
  })
  // The config reads the environment as it is loaded.
  const { openPayload } = await import('../../../src/database/openPayload.ts')
  return new Importer(folder, await openPayload(() => {}))
}

interface Moment {
  collection: CollectionSlug
  more: number
}

export class Importer {
  readonly folder: string
  readonly payload: Payload

  constructor(folder: string, payload: Payload) {
    this.folder = folder
    this.payload = payload
  }

  async close(): Promise<void> {
    await this.payload.destroy()
    await rm(this.folder, { recursive: true, force: true })
  }

  async write(name: string, content: string | Buffer): Promise<string> {
    const path = join(this.folder, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
    return path
  }

  /** Imports files; of one, what a person would read about it. */
  async import(files: string | string[], options: Partial<ImportOptions> = {}): Promise<string> {
    const { importFiles } = await import('../../../src/import/importFiles.ts')
    const { describeOutcome } = await import('../../../src/import/describeOutcome.ts')
    const chosen = { publish: false, overwrite: false, dryRun: false, ...options }
    const outcomes: Outcome[] = []
    for await (const outcome of importFiles(this.payload, [files].flat(), chosen))
      outcomes.push(outcome)
    return outcomes.map(outcome => describeOutcome(outcome, chosen)).join('\n').replaceAll(`${this.folder}/`, '')
  }

  /**
   * The same as a process of its own.
   *
   * @param args what follows `content` on the command line
   * @param options.killWhen kills it, as `kill -9` does, once there are so many documents of a collection
   */
  async run(
    args: string[],
    { killWhen }: { killWhen?: Moment } = {},
  ): Promise<{ code: number | null, stdout: string, stderr: string }> {
    const cli = fileURLToPath(new URL('../../../src/import/cli.ts', import.meta.url))
    const child = spawn(process.execPath, [cli, ...args], {
      cwd: this.folder,
      env: process.env,
      stdio: ['ignore', 'pipe', 'pipe'],
    })
    const output = { stdout: '', stderr: '' }
    child.stdout.on('data', data => output.stdout += String(data))
    child.stderr.on('data', data => output.stderr += String(data))
    const closed = new Promise<number | null>(resolve => child.once('close', resolve))
    if (killWhen) {
      const { totalDocs: before } = await this.payload.count({ collection: killWhen.collection })
      while (
        child.exitCode === null
        && (await this.payload.count({ collection: killWhen.collection })).totalDocs < before + killWhen.more
      ) {
        await sleep(10)
      }
      child.kill('SIGKILL')
    }
    return { code: await closed, ...output }
  }

  /** All documents of a collection as last saved. */
  async all<Slug extends CollectionSlug & keyof Collections>(collection: Slug): Promise<Collections[Slug][]> {
    const { docs } = await this.payload.find({
      collection,
      draft: true,
      depth: 0,
      pagination: false,
      sort: 'createdAt',
    })
    return docs as unknown as Collections[Slug][]
  }

  /** What a stranger reads. */
  async published<Slug extends CollectionSlug & keyof Collections>(
    collection: Slug,
    slug: string,
  ): Promise<Collections[Slug] | undefined> {
    const { docs } = await this.payload.find({
      collection,
      where: { slug: { equals: slug } },
      depth: 3,
      overrideAccess: false,
    })
    return docs[0] as unknown as Collections[Slug] | undefined
  }

  /** Everything an import could have changed: documents with their dates, and how many versions there are. */
  async state(): Promise<object> {
    const documents = await Promise.all(
      (['authors', 'categories', 'comparison-tables', 'media', 'posts', 'takeaway-cards'] as const).map(
        async collection => this.all(collection),
      ),
    )
    const versions = await Promise.all(
      (['comparison-tables', 'posts', 'takeaway-cards'] as const).map(async collection =>
        this.payload.countVersions({ collection }),
      ),
    )
    return { documents, versions: versions.map(({ totalDocs }) => totalDocs) }
  }
}

/** A small picture of one colour: another colour is another picture. */
export async function picture(colour: string): Promise<Buffer> {
  const { default: sharp } = await import('sharp')
  return Buffer.from(
    await sharp({ create: { width: 40, height: 30, channels: 3, background: colour } }).png().toBuffer(),
  )
}
