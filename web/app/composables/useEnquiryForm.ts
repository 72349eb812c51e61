import type { EnquiryWords } from '../selections'
import { ENQUIRY as PATH } from '@masthead/shared/paths'
import { useRequestEvent } from '#imports'
import { ENQUIRY } from '../selections'
import { askPage } from './askPage'
import { useFrame } from './useFrame'

/** The words around the form, and what somebody has just sent: that is drawn even when the CMS says nothing. */
export async function useEnquiryForm() {
  const { cms, enquiry: attempt } = useRequestEvent()!.context
  if (!attempt)
    return { ...await askPage(async cms => ({ words: await cms.global('enquiry-section', { select: ENQUIRY, depth: 0 }) })), attempt }
  // A CMS that has just failed to take it is not asked again.
  const ask = attempt.status !== 503
  const [frame, words] = await Promise.all([
    useFrame({ ask }),
    ask ? cms.global('enquiry-section', { select: ENQUIRY, depth: 0 }).catch(() => UNASKED) : UNASKED,
  ])
  return { frame: { ...frame, path: PATH }, words, attempt }
}

/** What the CMS says before anybody has written words of their own. */
const UNASKED: EnquiryWords = { kicker: 'Enquiry', heading: 'Get in touch', thanks: '' }
