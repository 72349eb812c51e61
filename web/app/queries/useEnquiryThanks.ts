import { UNNAMED } from '../site'
import { fetchPage } from './fetchPage'

/** The words for a visitor whose enquiry was accepted: they read so even if the CMS does not answer any more. */
export function useEnquiryThanks() {
  return fetchPage(cms => cms.global('enquiry-section', { select: { thanks: true }, depth: 0 }))
    .catch(() => ({ site: UNNAMED, thanks: UNASKED }))
}

const UNASKED = 'Thank you. We have your message and will answer soon.'
