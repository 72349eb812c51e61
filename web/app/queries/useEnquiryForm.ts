import type { Globals } from '@masthead/shared/types'
import type { EnquiryContent } from '../selections'
import { useRequestEvent } from '#imports'
import { ENQUIRY } from '../selections'
import { UNNAMED } from '../site'
import { fetchPage } from './fetchPage'

/** The words around the form, and what a visitor has just sent: that is drawn even when the CMS does not answer. */
export async function useEnquiryForm() {
  const { enquiry: attempt } = useRequestEvent()!.context
  const asked = () =>
    fetchPage(async cms => ({ words: await cms.global('enquiry-section', { select: WORDS, depth: 0 }) }))
  if (!attempt)
    return { ...await asked(), attempt }
  const unasked = { site: UNNAMED, words: UNASKED }
  // A CMS that has just failed to take it is not asked again.
  return { ...(attempt.status === 503 ? unasked : await asked().catch(() => unasked)), attempt }
}

/** The texts of the CMS before an editor has written others. */
const UNASKED: Words = { kicker: 'Enquiry', heading: 'Get in touch' }

/** The page says which revision of them it shows. */
const WORDS = { ...ENQUIRY, updatedAt: true } as const

type Words = EnquiryContent & Pick<Globals['enquiry-section'], 'updatedAt'>
