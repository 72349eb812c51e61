import process from 'node:process'
import { engineRuntime } from './mongodb/runtime.ts'
import { startEngine } from './mongodb/start.ts'

export interface Mongo {
  /**
   * Returns the connection string of one database on the server, which need not exist yet. Callers that must not see
   * each other's documents choose different names.
   */
  url: (database: string) => string
  /** Ends the server and removes its data. A server that existed before stays as it is. */
  stop: () => Promise<void>
}

/**
 * Starts an empty MongoDB for tests, on a free port of 127.0.0.1. It is the server's own code as a library, without the
 * features of a replica set: sessions, transactions and change streams. Payload therefore needs `mongooseAdapter({
 * transactionOptions: false })`.
 *
 * `TEST_MONGODB_URL` names a server to use instead. If it carries credentials, it must name their `authSource` too,
 * because otherwise they are looked up in the database that `url` is given.
 */
export async function startMongo(): Promise<Mongo | { skipped: string }> {
  if (process.env.TEST_MONGODB_URL)
    return at(process.env.TEST_MONGODB_URL, async () => {})

  const runtime = await engineRuntime()
  if ('skipped' in runtime)
    return runtime

  const { port, stop } = await startEngine(runtime)
  // Without journal=true, a killed process may lose a write that the server has acknowledged.
  // https://www.mongodb.com/docs/manual/reference/write-concern/#j-option
  return at(`mongodb://127.0.0.1:${port}/?journal=true`, stop)
}

function at(server: string, stop: Mongo['stop']): Mongo {
  return { url: database => withDatabase(server, database), stop }
}

/** Returns the URL of a database. `URL` cannot do it, because it refuses the host lists of replica sets. */
function withDatabase(server: string, database: string): string {
  const [address = '', options] = server.split('?')
  const hosts = /^mongodb(?:\+srv)?:\/\/[^/]+/.exec(address)?.[0]
  if (!hosts)
    throw new Error(`Not a MongoDB connection string: ${server}`)
  return `${hosts}/${encodeURIComponent(database)}${options ? `?${options}` : ''}`
}
