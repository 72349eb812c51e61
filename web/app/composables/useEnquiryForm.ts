import type { EnquirySectionWords } from '../selections'
import { useRequestEvent } from '#imports'
import { ENQUIRY_SECTION, SITE } from '../selections'
import { askCms } from './askCms'
import { useSiteWords } from './useSiteWords'

/** The words around the form, and what somebody has just sent: that is drawn even when the CMS says nothing. */
export async function useEnquiryForm() {
  const { cms, enquiry: attempt } = useRequestEvent()!.context
  if (!attempt) {
    const [site, words] = await askCms(cms => Promise.all([
      cms.global('site', { select: SITE }),
      cms.global('enquiry-section', { select: ENQUIRY_SECTION, depth: 0 }),
    ]))
    return { site, words, attempt }
  }
  // A CMS that has just failed to take it is not asked again.
  const ask = attempt.status !== 503
  const [site, words] = await Promise.all([
    useSiteWords({ ask }),
    ask ? cms.global('enquiry-section', { select: ENQUIRY_SECTION, depth: 0 }).catch(() => UNASKED) : UNASKED,
  ])
  return { site, words, attempt }
}

/** What the CMS says before anybody has written words of their own. */
const UNASKED: EnquirySectionWords = { kicker: 'Enquiry', heading: 'Get in touch', thanks: '' }
