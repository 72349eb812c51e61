import { join } from 'node:path'
import { cms } from '../cms'
import { env } from '../env'
import { cache } from '../page-cache/cache'
import { AddressBook } from './AddressBook'
import { Addresses } from './Addresses'
import { askAddresses } from './askAddresses'

const book = new AddressBook(join(env.dataDir, 'addresses.db'))
book.checkpointInBackground()

/** The redirects and addresses that this web knows. */
export const knownAddresses = new Addresses({ book, source: askAddresses(cms), from: cache.history.position })
