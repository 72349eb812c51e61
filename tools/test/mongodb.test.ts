import type { Mongo } from '../src/mongodb.ts'
import { Buffer } from 'node:buffer'
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, realpath, rmdir } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { setTimeout } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { afterAll, describe, expect, it, vi } from 'vitest'
import { startMongo } from '../src/mongodb.ts'
import { messages } from '../src/mongodb/wire.ts'

// The driver that Payload's adapter brings.
const adapter = await realpath(new URL('../../cms/node_modules/@payloadcms/db-mongodb/package.json', import.meta.url))
const { BSON, MongoClient } = createRequire(adapter)('mongoose').mongo

// What is tested is the engine, whatever else the other tests run on.
vi.stubEnv('TEST_MONGODB_URL', undefined)
const started = await startMongo()
const reason = 'skipped' in started ? started.skipped : undefined

describe.skipIf(reason)(reason ?? 'the embedded MongoDB', () => {
  const mongo = started as Mongo
  afterAll(() => mongo.stop())

  it('finds what was inserted, also after a reconnect', async () => {
    const writer = new MongoClient(mongo.url('reconnect'))
    await writer.db().collection('posts').insertOne({ _id: 1, title: 'Löwenzahn' })
    await writer.close()

    const reader = new MongoClient(mongo.url('reconnect'))
    expect(await reader.db().collection('posts').findOne({ title: 'Löwenzahn' })).toEqual({
      _id: 1,
      title: 'Löwenzahn',
    })
    await reader.close()
  })

  it('keeps databases apart', async () => {
    const one = new MongoClient(mongo.url('one'))
    const two = new MongoClient(mongo.url('two'))
    await one.db().collection('posts').insertOne({})
    expect(await one.db().collection('posts').countDocuments()).toBe(1)
    expect(await two.db().collection('posts').countDocuments()).toBe(0)
    await one.close()
    await two.close()
  })

  it('refuses what a unique index forbids', async () => {
    const client = new MongoClient(mongo.url('unique'))
    const posts = client.db().collection('posts')
    await posts.createIndex({ slug: 1 }, { unique: true })
    await posts.insertOne({ slug: 'a' })
    await expect(posts.insertOne({ slug: 'a' })).rejects.toMatchObject({ code: 11000 })
    await client.close()
  })

  it('takes writes over 20 connections at once', async () => {
    const client = new MongoClient(mongo.url('concurrent'), { minPoolSize: 20, maxPoolSize: 20 })
    const posts = client.db().collection('posts')
    await posts.insertOne({ _id: 'counter', count: 0 })
    await Promise.all(Array.from({ length: 1000 }, async (_, number) => {
      await posts.insertOne({ number })
      await posts.updateOne({ _id: 'counter' }, { $inc: { count: 1 } })
      expect(await posts.findOne({ number })).toMatchObject({ number })
    }))
    expect(await posts.findOne({ _id: 'counter' })).toMatchObject({ count: 1000 })
    expect(await posts.countDocuments()).toBe(1001)
    await client.close()
  })

  it('takes messages and gives cursors of many megabytes', async () => {
    const client = new MongoClient(mongo.url('large'))
    const posts = client.db().collection('posts')
    const text = 'x'.repeat(1_000_000)
    await posts.insertMany(Array.from({ length: 40 }, (_, _id) => ({ _id, text })))
    const found = await posts.find().sort({ _id: 1 }).toArray()
    expect(found).toHaveLength(40)
    expect(found.every((post: { text: string }) => post.text === text)).toBe(true)
    await client.close()
  })

  it('carries on after writes that ask for no reply', async () => {
    const client = new MongoClient(mongo.url('unacknowledged'), { maxPoolSize: 1 })
    const posts = client.db().collection('posts', { writeConcern: { w: 0 } })
    for (let number = 0; number < 50; number++)
      await posts.insertOne({ number })
    expect(await posts.countDocuments()).toBe(50)
    await client.close()
  })

  it('answers in order what arrives together or in pieces', async () => {
    const { hostname, port } = new URL(mongo.url('pieces'))
    const socket = connect(Number(port), hostname)
    const replies = readReplies(socket, 4)
    const ping = { ping: 1, $db: 'admin' }
    const endSessions = { endSessions: [], $db: 'admin' }
    const requests = Buffer.concat([ping, endSessions, ping, ping].map((command, index) => message(index + 1, command)))
    // Less than a length, most of a message, several at once but for a byte, and that byte.
    for (const [from, to] of [[0, 3], [3, 30], [30, -1], [-1]]) {
      socket.write(requests.subarray(from, to))
      await setTimeout(20)
    }
    expect(await replies).toEqual([1, 2, 3, 4].map(answers => ({ answers, ok: 1 })))
  })
})

describe.skipIf(reason)('the process of the engine', () => {
  it('ends and leaves nothing behind when its parent is killed', async () => {
    const temporary = await mkdtemp(join(tmpdir(), 'parent-'))
    const module = fileURLToPath(new URL('../src/mongodb.ts', import.meta.url))
    const script
      = `const { url } = await (await import(${JSON.stringify(module)})).startMongo(); console.log(url('orphan'))`
    const parent = spawn(process.execPath, ['--input-type=module', '--eval', script], {
      env: { ...process.env, TMPDIR: temporary },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const [url] = await once(parent.stdout, 'data')
    expect(await readdir(temporary)).toHaveLength(1)

    parent.kill('SIGKILL')
    await vi.waitFor(async () => expect(await readdir(temporary)).toEqual([]), 5000)
    await rmdir(temporary)
    await vi.waitFor(() => expect(isListening(String(url))).resolves.toBe(false), 5000)
  })

  it('is gone once stopped', async () => {
    const mongo = await startMongo() as Mongo
    expect(await isListening(mongo.url('gone'))).toBe(true)
    await mongo.stop()
    expect(await isListening(mongo.url('gone'))).toBe(false)
  })
})

describe('a server that is there already', () => {
  afterAll(() => vi.unstubAllEnvs())

  it.each([
    ['mongodb://db:27017', 'mongodb://db:27017/posts'],
    ['mongodb://me:secret@a:1,b:2/?replicaSet=rs', 'mongodb://me:secret@a:1,b:2/posts?replicaSet=rs'],
    ['mongodb+srv://cluster.example/other?w=majority', 'mongodb+srv://cluster.example/posts?w=majority'],
  ])('puts the database into %s', async (server, expected) => {
    vi.stubEnv('TEST_MONGODB_URL', server)
    const { url } = await startMongo() as Mongo
    expect(url('posts')).toBe(expected)
  })
})

function message(id: number, command: object): Buffer {
  const bytes = Buffer.concat([Buffer.alloc(21), BSON.serialize(command)])
  bytes.writeInt32LE(bytes.length, 0)
  bytes.writeInt32LE(id, 4)
  bytes.writeInt32LE(2013, 12) // OP_MSG
  return bytes
}

/** Each reply's `ok`, with the id of the request it answers. */
async function readReplies(stream: AsyncIterable<Buffer>, count: number): Promise<{ answers: number, ok: number }[]> {
  const replies = []
  for await (const reply of messages(stream)) {
    replies.push({ answers: reply.readInt32LE(8), ok: BSON.deserialize(reply.subarray(21)).ok })
    if (replies.length === count)
      break
  }
  return replies
}

async function isListening(url: string): Promise<boolean> {
  const { hostname, port } = new URL(url)
  const socket = connect(Number(port), hostname)
  const isConnected = await once(socket, 'connect').then(() => true, () => false)
  socket.destroy()
  return isConnected
}
