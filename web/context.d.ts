import type { CmsClient } from '@masthead/shared/client'
import type { EnquiryAttempt } from './app/EnquiryAttempt'
import type { Frame } from './app/frame/Frame'
import type { Site } from './server/createSite'

declare module 'h3' {
  interface H3EventContext {
    /** The site instance. Render processes have none. */
    site: Site
    cms: CmsClient
    /** The site's public address, without a trailing slash. */
    siteUrl: string
    /** The word that marks the slots of a page that is composed later. */
    slotMark?: string
    /** The content around the page, if the site instance supplies it. */
    frame?: Frame
    /** The same, once a page has asked for it. */
    asksFrame?: Promise<Frame>
    /** What was sent with this request and could not be taken. */
    enquiry?: EnquiryAttempt
  }
}
