import type { Config } from 'payload'
import type { Database } from './entries.ts'
import { SequenceAssigner } from './SequenceAssigner.ts'

type Adapter = Config['db']

/** Returns a database adapter that numbers the entries of a transaction after its commit. */
export function withSequenceAssigner(adapter: Adapter): Adapter {
  return { ...adapter, init: args => numbered(adapter.init(args)) }
}

export function sequenceAssignerOf(database: Database & Numbered): SequenceAssigner {
  const numbering = database[KEY]
  if (!numbering)
    throw new Error('The database of the CMS is not wrapped by withSequenceAssigner.')
  return numbering
}

/** The assigner is stored on the database: in development this module is reloaded while the database goes on. */
const KEY = Symbol.for('numbering of the change feed')

interface Numbered {
  [KEY]?: SequenceAssigner
}

function numbered<T extends Database & Numbered>(database: T): T {
  const numbering = new SequenceAssigner(database)
  database[KEY] = numbering
  const { commitTransaction, rollbackTransaction, destroy } = database

  database.commitTransaction = async function (id) {
    const transaction = await id
    try {
      await commitTransaction.call(this, transaction)
    }
    catch (error) {
      numbering.rolledBack(transaction)
      throw error
    }
    numbering.committed(transaction)
  }
  database.rollbackTransaction = async function (id) {
    numbering.rolledBack(await id)
    await rollbackTransaction.call(this, id)
  }
  // A process that ends, such as an import, numbers its own entries before it closes the database.
  database.destroy = async function () {
    await numbering.settled()
    await destroy?.call(this)
  }
  return database
}
