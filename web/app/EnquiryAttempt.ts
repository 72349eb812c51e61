import type { EnquiryReading } from '@masthead/shared/enquiry'

/** An enquiry that was not accepted, so that its visitor sees it again. */
export interface EnquiryAttempt extends EnquiryReading {
  /** Why: it is invalid (422), the visitor has sent too many (429), or it could not be stored (503). */
  status: 422 | 429 | 503
}
