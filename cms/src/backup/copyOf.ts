import type { DatabaseCopy } from './DatabaseCopy.ts'
import { resolve } from 'node:path'
import { MongodbCopy } from './MongodbCopy.ts'
import { SqliteCopy } from './SqliteCopy.ts'

export function copyOf(databaseUrl: string): DatabaseCopy {
  return databaseUrl.startsWith('file:')
    ? new SqliteCopy(resolve(databaseUrl.slice('file:'.length)))
    : new MongodbCopy(databaseUrl)
}
