import type { Payload } from 'payload'

/** A question to the database about articles. */
export interface Read {
  /** As it was put. */
  question: string
  isCount: boolean
  /** What of it no index has answered, in the words of the database. */
  unindexed: string[]
  /** Documents that were looked at; SQLite does not tell. */
  examined?: number
}

/** What an action reads of articles, each question explained by the database itself. */
export async function recordReads(payload: Payload, action: () => Promise<unknown>): Promise<Read[]> {
  const { client, connection } = payload.db as unknown as { client?: Sqlite, connection?: Mongo }
  return client ? ofSqlite(client, action) : ofMongo(connection!, action)
}

async function ofSqlite(client: Sqlite, action: () => Promise<unknown>): Promise<Read[]> {
  const { execute } = client
  const statements: Statement[] = []
  client.execute = async (statement) => {
    statements.push(statement)
    return execute(statement)
  }
  await action()
  client.execute = execute
  const reads = statements.filter(({ sql }) => /^select\b.*? from "posts"/is.test(sql))
  return Promise.all(reads.map(async ({ sql, args }) => {
    const { rows } = await execute({ sql: `explain query plan ${sql}`, args })
    return { question: sql, isCount: /^select count\(/i.test(sql), unindexed: unindexed(rows as unknown as Step[]) }
  }))
}

/**
 * Tables that are gone through whole, and answers that had to be sorted; what belongs to one document may be sorted.
 */
function unindexed(plan: Step[]): string[] {
  const isPart = (step: Step) => plan.some(({ id, detail }) => id === step.parent && detail.startsWith('CO-ROUTINE'))
  return plan
    .filter(step => step.parent === 0 || isPart(step))
    .filter(step => step.detail.startsWith('SCAN') || (step.parent === 0 && step.detail.startsWith('USE TEMP B-TREE')))
    .map(({ detail }) => detail)
}

async function ofMongo(connection: Mongo, action: () => Promise<unknown>): Promise<Read[]> {
  const asked: { method: string, query: object, options: object }[] = []
  connection.set('debug', (collection, method, query, options) => {
    if (collection === 'posts')
      asked.push({ method, query, options })
  })
  await action()
  connection.set('debug', false)
  return Promise.all(asked.map(async ({ method, query, options }) => {
    const { executionStats } = await connection.collection('posts').find(query, options).explain('executionStats')
    const { totalDocsExamined: examined } = executionStats
    const plan = JSON.stringify(executionStats)
    return {
      question: `${method} ${JSON.stringify([query, options])}`,
      isCount: method !== 'find' && method !== 'findOne',
      // One document is in order however it was found.
      unindexed: examined > 1 ? ['"COLLSCAN"', '"SORT"'].filter(stage => plan.includes(stage)) : [],
      examined,
    }
  }))
}

interface Sqlite {
  execute: (statement: Statement) => Promise<{ rows: unknown[] }>
}

interface Statement {
  sql: string
  args: unknown[]
}

interface Step {
  id: number
  parent: number
  detail: string
}

interface Mongo {
  set: (
    option: 'debug',
    value: false | ((collection: string, method: string, query: object, options: object) => void),
  ) => void
  collection: (
    name: string,
  ) => {
    find: (
      query: object,
      options: object,
    ) => { explain: (verbosity: string) => Promise<{ executionStats: { totalDocsExamined: number } }> }
  }
}
