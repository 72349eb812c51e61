// Preloaded into a CMS that is to stop in the middle of a change (see Stops.ts). It stands between Payload and its
// database adapter, whichever that is, so that nothing of it is in the product.
import type { Step } from './Stops.ts'
import { readdirSync, readFileSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { setTimeout as sleep } from 'node:timers/promises'
import { pathToFileURL } from 'node:url'

interface Adapter extends Record<typeof CALLS[number] | 'commitTransaction', Call> {}
type Call = (argument: Question) => Promise<unknown>
interface Question {
  collection?: string
  data?: { number?: number }
  req?: { transactionID?: unknown }
}

const CALLS = ['create', 'deleteMany', 'deleteOne', 'updateGlobal', 'updateOne'] as const
const numbered = new Set<unknown>()

const { BasePayload } = await import(builtPayload()) as {
  BasePayload: { prototype: { db: Adapter, init: (options: object) => Promise<unknown> } }
}
const { init } = BasePayload.prototype
BasePayload.prototype.init = async function (options) {
  const payload = await init.call(this, options)
  stand(this.db)
  return payload
}

function stand(database: Adapter): void {
  for (const name of CALLS) {
    const call = database[name]
    database[name] = async function (question) {
      const [before, after] = around(name, question)
      await stopAt(before)
      const answer = await call.call(this, question)
      await stopAt(after)
      return answer
    }
  }
  const { commitTransaction } = database
  database.commitTransaction = async function (transaction) {
    await commitTransaction.call(this, transaction)
    if (numbered.delete(await transaction))
      await stopAt('after the number')
  }
}

/** The steps of a change before and after a call of the database. */
function around(name: typeof CALLS[number], { collection, data, req }: Question): [Step?, Step?] {
  // What Payload writes down for itself, such as who has a document open, is no change; nor is what the audit log says
  // of one.
  if (collection?.startsWith('payload-') || collection === 'audit-log')
    return []
  if (collection !== 'feed')
    return ['before the change']
  if (data?.number !== undefined) {
    // In a transaction it has its number once that is committed.
    if (req?.transactionID)
      numbered.add(req.transactionID)
    return ['before the number', req?.transactionID ? undefined : 'after the number']
  }
  return name === 'create' ? [] : ['after the change', 'before the commit']
}

async function stopAt(step: Step | undefined): Promise<void> {
  if (!step || !isWanted(step))
    return
  console.log(`Stopped ${step}`)
  while (isWanted(step))
    await sleep(10)
}

function isWanted(step: Step): boolean {
  return readFileSync(process.env.STOP_AT!, 'utf8') === step
}

/** The copy of Payload that the built CMS runs on. */
function builtPayload(): string {
  const modules = join(dirname(process.argv[1]!), '.next/node_modules')
  const payload = readdirSync(modules).find(name => /^payload-[0-9a-f]+$/.test(name))
  return pathToFileURL(join(realpathSync(join(modules, payload!)), 'dist/index.js')).href
}
