import type { CmsClient } from '@masthead/shared/client'
import type { Frame } from './askFrame'
import { createError, isNuxtError, useRequestEvent } from '#imports'
import { askFrame } from './askFrame'

/**
 * Asks the CMS what a page draws and, beside it, what stands around every page. Where it cannot answer, the page may
 * well be there in a moment: 503.
 */
export async function askPage<T extends object>(question: (cms: CmsClient) => Promise<T>): Promise<T & { frame: Frame }> {
  const { context: { cms }, path } = useRequestEvent()!
  const [frame, answer] = await Promise.all([askFrame(cms), question(cms)]).catch((cause) => {
    throw isNuxtError(cause) ? cause : createError({ statusCode: 503, cause })
  })
  return { ...answer, frame: { ...frame, path: path.replace(/\?.*/s, '') } }
}
