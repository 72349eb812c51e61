import type { ClientSession, Db } from 'mongodb'
import type { Readable } from 'node:stream'
import type { NewEntry, SealedEntry } from '../audit/Entry.ts'
import type { DatabaseCopy } from './DatabaseCopy.ts'
import { Buffer } from 'node:buffer'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, readdir } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { BSON, MongoClient } from 'mongodb'
import { AUDIT_LOG_TABLE } from '../audit/AUDIT_LOG_TABLE.ts'
import { PRESENCE_COLLECTION } from '../presence/MongodbPresence.ts'

/**
 * Stores each collection as a file of documents in the server's own format, one after another. `mongorestore` reads
 * them too.
 */
export class MongodbCopy implements DatabaseCopy {
  readonly kind = 'mongodb'
  readonly #client: MongoClient

  constructor(url: string) {
    this.#client = new MongoClient(url, { serverSelectionTimeoutMS: 10_000 })
  }

  get #database(): Db {
    return this.#client.db()
  }

  /**
   * Copies one moment if the server is a replica set or a sharded cluster. A single server has no snapshot reads:
   * there, it reads one collection after another.
   */
  async dump(folder: string) {
    await mkdir(join(folder, FOLDER))
    const isOneMoment = await this.#readsOneMoment()
    const counts: Record<string, number> = {}
    const dumpAll = async (session?: ClientSession) => {
      for (const name of await this.#collections())
        counts[name] = await this.#dumpOne(name, join(folder, FOLDER, name + ENDING), session)
    }
    await (isOneMoment ? this.#client.withSession({ snapshot: true }, dumpAll) : dumpAll())
    return { counts, isOneMoment }
  }

  async occupied() {
    return (await this.#collections()).length > 0
      ? `The database “${this.#database.databaseName}” holds something already`
      : undefined
  }

  /** Loads the documents. The CMS creates the indexes. */
  async load(folder: string) {
    try {
      for (const file of await readdir(join(folder, FOLDER)))
        await this.#loadOne(basename(file, ENDING), join(folder, FOLDER, file))
    }
    catch (error) {
      await this.#database.dropDatabase()
      throw error
    }
  }

  async appendToAuditLog(entry: NewEntry) {
    if (!(await this.#collections()).includes(AUDIT_LOG_TABLE))
      return false
    await this.#database.collection(AUDIT_LOG_TABLE).insertOne({ ...entry, at: new Date(entry.at) }, {
      ignoreUndefined: true,
    })
    return true
  }

  async lastSealedEntry() {
    const entry = await this.#database.collection(AUDIT_LOG_TABLE).findOne({ number: { $type: 'number' } }, {
      sort: { number: -1 },
    })
    return entry as unknown as SealedEntry | undefined ?? undefined
  }

  async close() {
    await this.#client.close()
  }

  async #readsOneMoment(): Promise<boolean> {
    const { setName, msg } = await this.#database.command({ hello: 1 })
    return setName !== undefined || msg === 'isdbgrid'
  }

  /** Returns the collections that a backup holds: presence is temporary. */
  async #collections(): Promise<string[]> {
    const all = await this.#database.listCollections({}, { nameOnly: true }).toArray()
    return all.map(({ name }) => name)
      .filter(name => !name.startsWith('system.') && name !== PRESENCE_COLLECTION)
      .sort()
  }

  async #dumpOne(name: string, path: string, session?: ClientSession): Promise<number> {
    let count = 0
    const documents = this.#database.collection(name).find({}, { raw: true, session })
    await pipeline(async function* () {
      for await (const document of documents) {
        count++
        yield document as unknown as Uint8Array
      }
    }, createWriteStream(path, { flags: 'wx' }))
    return count
  }

  async #loadOne(name: string, path: string): Promise<void> {
    const collection = await this.#database.createCollection(name)
    for await (const documents of inBatches(documentsIn(createReadStream(path)))) {
      // Keeps the exact type of each number and string.
      await collection.insertMany(
        documents.map(document => BSON.deserialize(document, { promoteValues: false, bsonRegExp: true })),
        { writeConcern: { w: 'majority' } },
      )
    }
  }
}

const FOLDER = 'database'
const ENDING = '.bson'

/** Splits a stream into documents: each begins with its length. */
async function* documentsIn(stream: Readable): AsyncGenerator<Buffer> {
  let rest: Buffer = Buffer.alloc(0)
  for await (const chunk of stream) {
    rest = Buffer.concat([rest, chunk as Buffer])
    while (rest.length >= 4 && rest.length >= rest.readInt32LE()) {
      const length = rest.readInt32LE()
      yield rest.subarray(0, length)
      rest = rest.subarray(length)
    }
  }
  if (rest.length > 0)
    throw new Error('A file of the backup ends in the middle of a document.')
}

async function* inBatches<T>(all: AsyncIterable<T>): AsyncGenerator<T[]> {
  let batch: T[] = []
  for await (const one of all) {
    batch.push(one)
    if (batch.length === 500) {
      yield batch
      batch = []
    }
  }
  if (batch.length > 0)
    yield batch
}
