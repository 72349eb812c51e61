import type { CmsClient } from '@masthead/shared/client'
import type { EnquiryAttempt } from './app/EnquiryAttempt'
import type { Layout } from './app/layout/Layout'
import type { Site } from './server/createSite'

declare module 'h3' {
  interface H3EventContext {
    /** The site instance. Render processes have none. */
    site: Site
    cms: CmsClient
    /** The site's public address, without a trailing slash. */
    siteUrl: string
    /** The word that marks the slots of a page to compose later. */
    slotMarker?: string
    /** The content around the page, if the site instance supplies it. */
    layout?: Layout
    /** The same, once a page has requested it. */
    layoutRequest?: Promise<Layout>
    /** The enquiry of this request, if it was not accepted. */
    enquiry?: EnquiryAttempt
  }
}
