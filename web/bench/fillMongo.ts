import { randomBytes } from 'node:crypto'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { root } from '../../tools/src/workspace.ts'

/** Copies an article and its latest version under other addresses and dates: from one number up to another. */
export async function fillMongo(url: string, template: string, from: number, to: number): Promise<void> {
  // The driver of the CMS: the web has none.
  const { MongoClient, ObjectId } = createRequire(
    createRequire(join(root, 'cms/package.json')).resolve('@payloadcms/db-mongodb'),
  )('mongoose').mongo as MongoDriver
  const client = await new MongoClient(url).connect()
  const [posts, versions] = [client.db().collection('posts'), client.db().collection('_posts_versions')]
  const newId = () => new ObjectId(randomBytes(12).toString('hex'))
  const article = await posts.findOne({ _id: new ObjectId(template) })
  const version = await versions.findOne({ parent: new ObjectId(template), latest: true })
  for (let startedAt = from; startedAt < to; startedAt += BATCH_SIZE) {
    const copies = Array.from(
      { length: Math.min(BATCH_SIZE, to - startedAt) },
      (_, index) => ({ _id: newId(), ...ownOf(startedAt + index) }),
    )
    await posts.insertMany(copies.map(copy => ({ ...article, ...copy })))
    await versions.insertMany(
      copies.map(({ _id, ...own }) => ({
        ...version,
        _id: newId(),
        parent: _id,
        createdAt: own.createdAt,
        updatedAt: own.updatedAt,
        version: { ...version.version, ...own },
      })),
    )
  }
  await client.close()
}

const BATCH_SIZE = 5000

/** The fields of one copy. Copies are an hour apart, back from a day in the past. */
function ownOf(number: number) {
  const date = new Date(Date.UTC(2026, 0, 1) - number * 3_600_000)
  return { slug: `copy-${number}`, title: `Copy ${number}`, publishedAt: date, createdAt: date, updatedAt: date }
}

interface MongoDriver {
  ObjectId: new(id: string) => object
  MongoClient: new(url: string) => { connect: () => Promise<Client> }
}

interface Client {
  db: () => {
    collection: (
      name: string,
    ) => {
      findOne: (query: object) => Promise<{ version?: object }>
      insertMany: (docs: object[]) => Promise<unknown>
    }
  }
  close: () => Promise<void>
}
