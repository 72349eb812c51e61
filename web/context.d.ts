import type { CmsClient } from '@masthead/shared/client'
import type { EnquiryAttempt } from './app/EnquiryAttempt'

declare module 'h3' {
  interface H3EventContext {
    cms: CmsClient
    /** The site's public address, without a trailing slash. */
    siteUrl: string
    /** The number of the change feed that had been followed when the render began. */
    followed?: number
    /** What was sent with this request and could not be taken. */
    enquiry?: EnquiryAttempt
  }
}
