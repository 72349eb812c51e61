import type { EnquiryReading } from '@masthead/shared/enquiry'

/** What somebody sent and has to see again, because it could not be taken. */
export interface EnquiryAttempt extends EnquiryReading {
  /** Why: something is wrong with it, too much has come from them, or the CMS cannot take it right now. */
  status: 422 | 429 | 503
}
