import type { DBSchema, IDBPDatabase } from 'idb'
import type { Change, JournalRecord } from './Change.ts'
import { openDB } from 'idb'

/** The journal in this browser's database: what users typed and the server does not have. */
export class JournalStore {
  #database: Promise<IDBPDatabase<Tables>> | undefined
  /**
   * The last operation. Operations run one after another, so a write that began before a removal never lands after it.
   */
  #last: Promise<unknown> = Promise.resolve()

  /** Writes the changes at these paths, or all changes if the record does not exist or no longer exists. */
  write(record: JournalRecord, changes: ReadonlyMap<string, Change>, paths: Iterable<string>): Promise<void> {
    const touched = [...paths]
    const current = new Map(changes)
    return this.#queue(async (database) => {
      const transaction = database.transaction(['records', 'changes'], 'readwrite', { durability: 'strict' })
      const [records, rows] = [transaction.objectStore('records'), transaction.objectStore('changes')]
      const isKnown = await records.getKey(record.id) !== undefined
      for (const path of isKnown ? touched : current.keys()) {
        const change = current.get(path)
        void (change ? rows.put(change) : rows.delete([record.id, path]))
      }
      void (current.size > 0 ? records.put(record) : records.delete(record.id))
      await transaction.done
    })
  }

  /** Returns the records of a user for a form, the latest first. */
  find(person: string, form: string): Promise<KeptRecord[]> {
    return this.#queue(async (database) => {
      const records = await database.getAllFromIndex('records', 'form', [person, form])
      const kept = await Promise.all(
        records.map(async record => ({ record, changes: await database.getAll('changes', changesOf(record.id)) })),
      )
      return kept.sort((one, other) => other.record.typedAt - one.record.typedAt)
    })
  }

  remove(id: string): Promise<void> {
    return this.#queue(database => removeAll(database, [id]))
  }

  /** Deletes all records of a user from this browser. */
  forget(person: string): Promise<void> {
    return this.#queue(async database =>
      removeAll(
        database,
        await database.getAllKeysFromIndex('records', 'form', IDBKeyRange.bound([person], [person, []])),
      ),
    )
  }

  #queue<Result>(work: (database: IDBPDatabase<Tables>) => Promise<Result>): Promise<Result> {
    const result = this.#last.then(async () => work(await this.#open()))
    this.#last = result.catch(() => {})
    return result
  }

  async #open(): Promise<IDBPDatabase<Tables>> {
    const lost = () => this.#database = undefined
    this.#database ??= openDB<Tables>('masthead-journal', 1, {
      upgrade(database) {
        const records = database.createObjectStore('records', { keyPath: 'id' })
        records.createIndex('form', ['person', 'form'])
        records.createIndex('typedAt', 'typedAt')
        database.createObjectStore('changes', { keyPath: ['record', 'path'] })
      },
      // Another window brings a newer layout and waits until every window has closed this one.
      blocking: (_, __, event) => {
        ;(event.target as IDBDatabase).close()
        lost()
      },
      terminated: lost,
    }).then(async (database) => {
      await removeAll(
        database,
        await database.getAllKeysFromIndex('records', 'typedAt', IDBKeyRange.upperBound(Date.now() - maxAgeMs)),
      )
      return database
    })
    this.#database.catch(lost)
    return this.#database
  }
}

export interface KeptRecord {
  record: JournalRecord
  changes: Change[]
}

interface Tables extends DBSchema {
  records: { key: string, value: JournalRecord, indexes: { form: [string, string], typedAt: number } }
  changes: { key: [string, string], value: Change }
}

const maxAgeMs = 30 * 24 * 60 * 60 * 1000

async function removeAll(database: IDBPDatabase<Tables>, ids: string[]): Promise<void> {
  if (ids.length === 0)
    return
  const transaction = database.transaction(['records', 'changes'], 'readwrite')
  for (const id of ids) {
    void transaction.objectStore('records').delete(id)
    void transaction.objectStore('changes').delete(changesOf(id))
  }
  await transaction.done
}

/** Returns the key range of all changes of a record: an array sorts after every string. */
function changesOf(record: string): IDBKeyRange {
  return IDBKeyRange.bound([record], [record, []])
}
