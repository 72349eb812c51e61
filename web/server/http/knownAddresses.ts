import { mkdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { cms } from '../cms'
import { env } from '../env'
import { cache } from '../page-cache/cache'
import { AddressBook } from './AddressBook'
import { Addresses } from './Addresses'
import { askAddresses } from './askAddresses'

/** The redirects and addresses that this web knows. */
export const knownAddresses = new Addresses({ book: open(), source: askAddresses(cms), from: cache.history.position })

/** Without a disk that takes it, the book is in memory, and is filled again at the next start. */
function open(): AddressBook {
  const file = join(env.dataDir, 'addresses.db')
  try {
    mkdirSync(env.dataDir, { recursive: true })
    return openOrBeginAnew(file)
  }
  catch (error) {
    console.error(`Redirects and addresses are kept in memory only: ${(error as Error).message}`)
    return new AddressBook(':memory:')
  }
}

/** What is torn is asked for again. */
function openOrBeginAnew(file: string): AddressBook {
  try {
    return new AddressBook(file)
  }
  catch {
    for (const ending of ['', '-shm', '-wal'])
      rmSync(file + ending, { force: true })
    return new AddressBook(file)
  }
}
