import type { CmsClient } from '@masthead/shared/client'

declare module 'h3' {
  interface H3EventContext {
    cms: CmsClient
    /** The site's public address, without a trailing slash. */
    siteUrl: string
  }
}
