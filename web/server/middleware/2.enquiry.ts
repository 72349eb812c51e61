import type { EnquiryReading } from '@masthead/shared/enquiry'
import type { H3Event } from 'h3'
import { ENQUIRY_TRAP, newReference, readEnquiry } from '@masthead/shared/enquiry'
import { ENQUIRY, enquiryThanksPath } from '@masthead/shared/paths'
import { clientAddress } from '../enquiry/clientAddress'
import { isFromElsewhere } from '../enquiry/isFromElsewhere'
import { Limit } from '../enquiry/Limit'
import { readForm } from '../enquiry/readForm'
import { takeEnquiry } from '../enquiry/takeEnquiry'

/**
 * Takes what the enquiry form sends. Where it cannot be taken, the page of the form is drawn as for any visitor, with
 * all that was typed and what to do.
 */
export default defineEventHandler(async (event) => {
  if (event.method !== 'POST' || event.path.split('?')[0] !== ENQUIRY)
    return
  setResponseHeader(event, 'Cache-Control', 'no-store')
  const { req } = event.node
  if (isFromElsewhere(req.headers, event.context.siteUrl))
    throw createError({ statusCode: 403 })
  const form = await readForm(event)
  // No person sees this field. Whatever filled it in is thanked and forgotten.
  if (form[ENQUIRY_TRAP])
    return thank(event, newReference())

  const reading = readEnquiry(form)
  if (Object.keys(reading.errors).length > 0)
    return showAgain(event, 422, reading)
  const address = clientAddress(req)
  const { wait } = limit.take(address)
  if (wait > 0)
    return showAgain(event, 429, reading, wait)
  try {
    const answer = await takeEnquiry(reading.enquiry)
    return 'reference' in answer ? thank(event, answer.reference) : showAgain(event, 422, { ...reading, errors: answer.errors })
  }
  catch (error) {
    limit.giveBack(address)
    console.error(`[POST] "${ENQUIRY}":`, (error as Error).message)
    return showAgain(event, 503, reading, 30)
  }
})

const limit = new Limit({ perAddress: 5, inAll: 60, within: 10 * 60 * 1000 })

function thank(event: H3Event, reference: string) {
  return sendRedirect(event, enquiryThanksPath(reference), 303)
}

/** Leaves the answer to the page. */
function showAgain(event: H3Event, status: 422 | 429 | 503, reading: EnquiryReading, wait?: number): void {
  setResponseStatus(event, status)
  if (wait)
    setResponseHeader(event, 'Retry-After', wait)
  event.context.enquiry = { ...reading, status }
}
