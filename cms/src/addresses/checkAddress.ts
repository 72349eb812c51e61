import type { CollectionConfig, Endpoint, Field, PayloadRequest, Plugin, TextField } from 'payload'
import { Forbidden } from 'payload'

/** Returns the problem with an address as a sentence. */
export type AddressProblem = (
  address: string,
  id: string | undefined,
  req: PayloadRequest,
) => Promise<string | undefined>

export interface AddressAnswer {
  problem?: string
}

/** Returns the field options that report a problem with the address while the user types it. */
export function saysProblems(
  problemOf: AddressProblem,
): { afterInput: string[], custom: NonNullable<TextField['custom']> } {
  return { afterInput: ['/admin/notes/AddressNote.tsx#AddressNote'], custom: { [PROBLEM]: problemOf } }
}

/** Gives each collection whose address reports its problems `GET /api/{collection}/check-address?value=…&id=…`. */
export const checkAddresses: Plugin = config => ({ ...config, collections: config.collections?.map(withCheck) })

const PROBLEM = 'addressProblem'

function withCheck(collection: CollectionConfig): CollectionConfig {
  const problemOf = problemIn(collection.fields)
  if (!problemOf)
    return collection
  return { ...collection, endpoints: [...collection.endpoints || [], endpoint(problemOf)] }
}

function problemIn(fields: Field[]): AddressProblem | undefined {
  return fields.map(field => field.custom?.[PROBLEM] as AddressProblem | undefined).find(problemOf =>
    problemOf !== undefined,
  )
}

function endpoint(problemOf: AddressProblem): Endpoint {
  return {
    path: '/check-address',
    method: 'get',
    handler: async (req) => {
      if (!req.user)
        throw new Forbidden(req.t)
      const id = req.searchParams.get('id') ?? undefined
      const answer: AddressAnswer = { problem: await problemOf(req.searchParams.get('value') ?? '', id, req) }
      return Response.json(answer, { headers: { 'Cache-Control': 'no-store' } })
    },
  }
}
