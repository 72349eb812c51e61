import type { Collection, Db } from 'mongodb'
import type { FormReport, OpenForm, TakeOver } from './OpenForm.ts'
import type { PresenceStore } from './PresenceStore.ts'
import { FORGOTTEN_AFTER_MS } from './PresenceStore.ts'

/** Stores the open forms in a collection of its own, through the connection of the CMS. */
export class MongodbPresence implements PresenceStore {
  readonly #collection: Collection<Row>
  #indexed: Promise<unknown> | undefined

  constructor(database: Db) {
    this.#collection = database.collection(PRESENCE_COLLECTION)
  }

  async record(reports: FormReport[]) {
    if (reports.length === 0)
      return
    await this.#withIndex()
    await this.#collection.bulkWrite(reports.map(({ tab, section, seenAt, ...report }) => ({
      updateOne: {
        filter: { _id: tab },
        update: {
          $set: { ...report, section: section ?? null, seenAt: new Date(seenAt) },
          $setOnInsert: { since: seenAt },
        },
        upsert: true,
      },
    })), WRITE_OPTIONS)
  }

  async findSeenAfter(time: number) {
    return (await this.#collection.find({ seenAt: { $gt: new Date(time) } }).toArray()).map(openForm)
  }

  async takeOver(document: string, from: string, by: TakeOver) {
    await this.#collection.updateOne({ _id: from, document }, { $set: { takenOver: by } })
    await this.#collection.updateOne({ _id: by.tab, document }, { $unset: { takenOver: '' } })
  }

  async remove(tab: string) {
    await this.#collection.deleteOne({ _id: tab })
  }

  /** The connection belongs to the CMS. */
  async close() {}

  #withIndex(): Promise<unknown> {
    this.#indexed ??= this.#collection
      .createIndex({ seenAt: 1 }, { expireAfterSeconds: FORGOTTEN_AFTER_MS / 1000 })
      .catch((error: unknown) => {
        this.#indexed = undefined
        throw error
      })
    return this.#indexed
  }
}

/** Its name in the database. Backups leave it out. */
export const PRESENCE_COLLECTION = 'presence'

/** Nothing here has to survive a crash, so no write waits for the journal or for other servers. */
const WRITE_OPTIONS = { ordered: false, writeConcern: { w: 1, journal: false } } as const

interface Row extends Omit<FormReport, 'section' | 'seenAt' | 'tab'> {
  _id: string
  section: FormReport['section'] | null
  seenAt: Date
  since: number
  takenOver?: TakeOver
}

function openForm({ _id, section, seenAt, ...row }: Row): OpenForm {
  return { ...row, tab: _id, seenAt: seenAt.getTime(), ...(section && { section }) }
}
