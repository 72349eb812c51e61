import type { Changes, ChangesQuestion } from '@masthead/shared/changes'
import type { CmsClient, Through } from '@masthead/shared/client'
import { hostname } from 'node:os'
import process from 'node:process'
import { changesQuery } from '@masthead/shared/changes'
import { createCmsClient } from '@masthead/shared/client'
import { CmsError } from '@masthead/shared/error'
import { env } from './env'

/** Web and CMS are near each other: to compress an answer and undo it takes both longer than to send it. */
const UNCOMPRESSED = { 'accept-encoding': 'identity' }

/** How the web reads the CMS: as a stranger, so that only published content can ever be drawn. */
export const cms = cmsFor()

/** The same for a page whose use of documents is noted. */
export function cmsFor(through?: Through): CmsClient {
  return createCmsClient({ url: env.cmsUrl, fetch, timeout: 1500, through, headers: UNCOMPRESSED })
}

/** What this web is called among others: there is one on each machine and port. */
const NAME = `${hostname().replaceAll(/[^\w.-]/g, '-').slice(0, 90)}:${process.env.PORT ?? 3000}`

/** What readers can see changed, and nothing else, is asked for with the key. */
export async function followChanges(question: ChangesQuestion, signal: AbortSignal): Promise<Changes> {
  const url = `${env.cmsUrl}/api/${changesQuery({ ...question, web: NAME })}`
  const response = await fetch(url, { headers: { authorization: `Bearer ${env.serviceKey}` }, signal })
    .catch((cause) => { throw new CmsError({ method: 'GET', url, problem: 'no answer', cause }) })
  if (!response.ok)
    throw new CmsError({ method: 'GET', url, status: response.status, problem: await response.text() })
  return await response.json() as Changes
}
