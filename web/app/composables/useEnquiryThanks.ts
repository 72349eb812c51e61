import { useRequestEvent } from '#imports'
import { useFrame } from './useFrame'

/** The words for somebody whose enquiry has been taken: they are told so even if the CMS says nothing any more. */
export async function useEnquiryThanks() {
  const { cms } = useRequestEvent()!.context
  const [frame, { thanks }] = await Promise.all([
    useFrame({ ask: true }),
    cms.global('enquiry-section', { select: { thanks: true }, depth: 0 }).catch(() => ({ thanks: UNASKED })),
  ])
  return { frame, thanks }
}

const UNASKED = 'Thank you. We have your message and will answer soon.'
