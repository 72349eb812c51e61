import type { CmsClient } from '@masthead/shared/client'
import { createError, useRequestEvent } from '#imports'

/** Asks the CMS what a page needs. Where it cannot answer, the page may well be there in a moment: 503. */
export function askCms<T>(question: (cms: CmsClient) => Promise<T>): Promise<T> {
  return question(useRequestEvent()!.context.cms).catch((cause) => {
    throw createError({ statusCode: 503, cause })
  })
}
