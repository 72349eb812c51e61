import type { PayloadRequest } from 'payload'
import type { NewEntry } from './Entry.ts'
import { serviceKeys } from '../env.ts'
import { clientAddress } from '../server/clientAddress.ts'
import { isServiceKey } from '../server/isServiceKey.ts'

export type Actor = Pick<NewEntry, 'actor' | 'address' | 'name' | 'userId'>

/**
 * Returns the actor of a request and the client's address. An act of the CMS itself, such as an import, has no address.
 */
export function actorOf({ headers, user }: PayloadRequest): Actor {
  const address = clientAddress(headers)
  if (user)
    return { actor: 'user', userId: String(user.id), name: user.name, address }
  if (isServiceKey(headers.get('authorization'), serviceKeys))
    return { actor: 'service', name: 'Service key', address }
  return { actor: 'system', name: 'The CMS', address }
}
