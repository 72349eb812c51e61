import type { SecondFactor } from '@masthead/shared/payload-types'
import type { Payload } from 'payload'
import { reseal } from './seal.ts'

/**
 * Re-encrypts the secrets of authenticator apps that `PAYLOAD_SECRET_PREVIOUS` encrypted, so that the operator can
 * remove it later. If several CMS processes start at once, one of them writes each secret.
 */
export async function resealSecrets({ db }: Payload): Promise<void> {
  const { docs } = await db.find<SecondFactor>({
    collection,
    where: { secret: { exists: true } },
    pagination: false,
    limit: 0,
  })
  for (const { secret, user } of docs) {
    const sealed = secret ? reseal(secret, user) : undefined
    if (sealed !== undefined) {
      await db.updateOne({
        collection,
        where: { and: [{ user: { equals: user } }, { secret: { equals: secret } }] },
        data: { secret: sealed },
        options: { atomic: true },
      })
    }
  }
}

const collection = 'second-factors'
