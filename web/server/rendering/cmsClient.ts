import type { CmsClient, Interceptor } from '@masthead/shared/client'
import { createCmsClient } from '@masthead/shared/client'

/** Returns a client that reads the CMS anonymously, so that only published content can be rendered. */
export function cmsClient(cmsUrl: string, interceptor?: Interceptor): CmsClient {
  return createCmsClient({ url: cmsUrl, fetch, timeout: TIMEOUT_MS, interceptor, headers: UNCOMPRESSED })
}

const TIMEOUT_MS = 1500

/** The site and the CMS are near each other: to compress a response and undo it takes longer than to send it. */
const UNCOMPRESSED = { 'accept-encoding': 'identity' }
