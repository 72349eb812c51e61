import type { Cms } from './cms.ts'
import { SERVICE_KEY } from './cms.ts'
import { problems } from './Session.ts'

/** Hands in an enquiry as the web does; returns its reference. */
export async function handIn(cms: Cms, enquiry: object): Promise<string> {
  const headers = { 'content-type': 'application/json', 'authorization': `Bearer ${SERVICE_KEY}` }
  const answer = await cms.stranger.send<{ reference: string }>('POST', '/api/enquiries/submit', {
    body: enquiry,
    headers,
  })
  if (answer.status >= 300)
    throw new Error(`The enquiry was not taken: ${problems(answer)}`)
  return answer.body.reference
}
