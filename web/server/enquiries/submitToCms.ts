import type { Enquiry, EnquiryErrors } from '@masthead/shared/enquiry'
import type { Env } from '@masthead/shared/env'
import { ENQUIRY_FIELDS, isReference } from '@masthead/shared/enquiry'
import { CmsError } from '@masthead/shared/error'

/**
 * Submits an enquiry to the CMS. Returns the reference under which the CMS stores it (an earlier one if it has the
 * enquiry already), or the errors that it found.
 *
 * @throws {CmsError} if the CMS cannot accept it now
 */
export async function submitToCms(
  { cmsUrl, serviceKey }: Pick<Env, 'cmsUrl' | 'serviceKey'>,
  { enquiry, reference }: Referenced,
  { timeoutMs }: { timeoutMs: number },
): Promise<{ reference: string } | { errors: EnquiryErrors }> {
  const url = `${cmsUrl}/api/enquiries/submit`
  const fail = (problem: string, details: { status?: number, cause?: unknown } = {}): never => {
    throw new CmsError({ method: 'POST', url, problem, ...details })
  }
  if (!serviceKey)
    return fail('SERVICE_KEY is not set, so enquiries cannot be submitted')
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'authorization': `Bearer ${serviceKey}` },
    body: JSON.stringify({ ...enquiry, reference }),
    signal: AbortSignal.timeout(timeoutMs),
  }).catch(cause => fail('no answer', { cause }))
  const { status } = response
  const body = await response.json().catch(cause => fail('the answer is not JSON', { status, cause })) as SubmitResponse
  if (isReference(body.reference))
    return { reference: body.reference }
  const errors = errorsIn(body)
  return status === 400 && Object.keys(errors).length > 0
    ? { errors }
    : fail(body.errors?.[0]?.message ?? 'no reference', { status })
}

/** An enquiry, and the reference that its visitor gets. */
export interface Referenced {
  enquiry: Enquiry
  reference: string
}

/** Returns the errors that the CMS found: a newer CMS may have other rules than the site. */
function errorsIn({ errors = [] }: SubmitResponse): EnquiryErrors {
  const problems = errors.flatMap(({ data }) => data?.errors ?? [])
  return Object.fromEntries(ENQUIRY_FIELDS.flatMap((field) => {
    const problem = problems.find(({ path }) => path === field)
    return problem ? [[field, problem.message]] : []
  }))
}

interface SubmitResponse {
  reference?: unknown
  errors?: { message: string, data?: { errors?: { path: string, message: string }[] } }[]
}
