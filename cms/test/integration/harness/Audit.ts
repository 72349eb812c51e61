import type { Payload } from 'payload'
import type { Entry } from '../../../src/audit/Entry.ts'
import type { Cms } from './cms.ts'
import { setTimeout as sleep } from 'node:timers/promises'
import { Feed } from './Feed.ts'

/** The audit log of a CMS in its database, as another process finds it. */
export class Audit {
  readonly payload: Payload
  /** What the tests call of the log's own code, which reads the secret of the CMS as it is loaded. */
  readonly log: Log

  static async open(cms: Cms): Promise<Audit> {
    const { payload } = await Feed.open(cms)
    return new Audit(payload, await loadLog())
  }

  constructor(payload: Payload, log: Log) {
    this.payload = payload
    this.log = log
  }

  async close(): Promise<void> {
    await this.payload.destroy()
  }

  /** Runs a command of the audit log in this process: its exit code, and all that it said. */
  async run(...args: string[]): Promise<{ code: number, said: string }> {
    const command = this.log.parseCommand(args)
    if (command.name === 'help')
      throw new Error(command.problem)
    const lines: string[] = []
    const print = (line: string) => lines.push(line)
    const code = await this.log.runAuditCommand(this.payload, command, { log: print, error: print })
    return { code, said: lines.join('\n') }
  }

  async entries(where: object = {}): Promise<Entry[]> {
    const { docs } = await this.payload.db.find<Entry>({
      collection: 'audit-log',
      where: { ...where },
      sort: ['number', 'at'],
      pagination: false,
      limit: 0,
    })
    return docs
  }

  /** The entries that an action adds. */
  async of(action: () => Promise<unknown>): Promise<Entry[]> {
    const before = new Set((await this.entries()).map(({ id }) => id))
    await action()
    return (await this.entries()).filter(({ id }) => !before.has(id))
  }

  /** What an action adds, in the words `event collection:id`. */
  async eventsOf(action: () => Promise<unknown>): Promise<string[]> {
    return (await this.of(action)).map(({ event, about, documentId }) => `${event} ${about}:${documentId}`).sort()
  }

  /** Waits until everything has its seal, but for failures, which are counted for a while. */
  async sealed(): Promise<void> {
    while (
      (await this.entries({ and: [{ number: { exists: false } }, { event: { not_equals: 'sign-in-failed' } }] })).length
      > 0
    ) {
      await sleep(50)
    }
  }

  /** As somebody does who has the database, and not the secret. */
  async tamper(id: string, data: Record<string, unknown>): Promise<void> {
    await this.payload.db.updateOne({ collection: 'audit-log', id, data, returning: false })
  }

  async remove(where: object): Promise<void> {
    await this.payload.db.deleteMany({ collection: 'audit-log', where: { ...where } })
  }

  async insert(entry: Record<string, unknown>): Promise<string> {
    return String((await this.payload.db.create({ collection: 'audit-log', data: entry })).id)
  }
}

type Log = Awaited<ReturnType<typeof loadLog>>

async function loadLog() {
  return {
    ...await import('../../../src/audit/verifyAuditLog.ts'),
    ...await import('../../../src/audit/trimAuditLog.ts'),
    ...await import('../../../src/audit/erasePersonalData.ts'),
    ...await import('../../../src/audit/sealEntries.ts'),
    ...await import('../../../src/audit/head.ts'),
    ...await import('../../../src/audit/parseCommand.ts'),
    ...await import('../../../src/audit/runAuditCommand.ts'),
  }
}
