import type { EnquiryReading } from '@masthead/shared/enquiry'
import type { H3Event } from 'h3'
import { HONEYPOT, newReference, readEnquiry } from '@masthead/shared/enquiry'
import { ENQUIRY, enquiryThanksPath } from '@masthead/shared/paths'
import { clientAddress } from '../enquiries/clientAddress'
import { isCrossOrigin } from '../enquiries/isCrossOrigin'
import { readForm } from '../enquiries/readForm'

/**
 * Accepts what the enquiry form sends. If that fails, the page of the form shows again what the visitor typed, and what
 * to do.
 */
export default defineEventHandler(async (event) => {
  if (event.method !== 'POST' || event.path.split('?')[0] !== ENQUIRY)
    return
  setResponseHeader(event, 'Cache-Control', 'no-store')
  const { req } = event.node
  const { siteUrl, site: { enquiries } } = event.context
  if (isCrossOrigin(req.headers, siteUrl))
    throw createError({ statusCode: 403 })
  const address = clientAddress(enquiries.clientAddresses, req)
  const form = await readForm(event)
  // Every attempt costs a render, valid or not.
  const tried = enquiries.attemptLimit.take(address)
  if (tried.waitS > 0)
    return showAgain(event, 429, readEnquiry(form), tried.waitS)
  // People do not see this field. The site thanks a program that fills it in, and drops the enquiry.
  if (form[HONEYPOT])
    return thank(event, newReference())

  const reading = readEnquiry(form)
  if (Object.keys(reading.errors).length > 0)
    return showAgain(event, 422, reading)
  const { waitS } = enquiries.acceptedLimit.take(address)
  if (waitS > 0)
    return showAgain(event, 429, reading, waitS)
  try {
    const result = await enquiries.accept(reading.enquiry)
    return 'reference' in result
      ? thank(event, result.reference)
      : showAgain(event, 422, { ...reading, errors: result.errors })
  }
  catch (error) {
    enquiries.acceptedLimit.refund(address)
    console.error(`[POST] "${ENQUIRY}":`, (error as Error).message)
    return showAgain(event, 503, reading, 30)
  }
})

function thank(event: H3Event, reference: string) {
  return sendRedirect(event, enquiryThanksPath(reference), 303)
}

/** Lets the page of the form respond. */
function showAgain(event: H3Event, status: 422 | 429 | 503, reading: EnquiryReading, waitS?: number): void {
  setResponseStatus(event, status)
  if (waitS)
    setResponseHeader(event, 'Retry-After', waitS)
  event.context.enquiry = { ...reading, status }
}
