import type { Enquiry, EnquiryErrors } from '@masthead/shared/enquiry'
import type { Env } from '@masthead/shared/env'
import { ENQUIRY_FIELDS, isReference } from '@masthead/shared/enquiry'
import { CmsError } from '@masthead/shared/error'

/**
 * Hands an enquiry to the CMS, which keeps it and says by what reference (another than was meant where it has the
 * enquiry already), or what is wrong with it.
 *
 * @throws {CmsError} when the CMS cannot take it right now.
 */
export async function submitToCms({ cmsUrl, serviceKey }: Pick<Env, 'cmsUrl' | 'serviceKey'>, { enquiry, reference }: Referenced, { timeoutMs }: { timeoutMs: number }): Promise<{ reference: string } | { errors: EnquiryErrors }> {
  const url = `${cmsUrl}/api/enquiries/submit`
  const fail = (problem: string, details: { status?: number, cause?: unknown } = {}): never => {
    throw new CmsError({ method: 'POST', url, problem, ...details })
  }
  if (!serviceKey)
    return fail('SERVICE_KEY is not set, so enquiries cannot be handed in')
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
  return status === 400 && Object.keys(errors).length > 0 ? { errors } : fail(body.errors?.[0]?.message ?? 'no reference', { status })
}

/** An enquiry, and what its visitor is told to name it by. */
export interface Referenced {
  enquiry: Enquiry
  reference: string
}

/** Of a CMS that is newer than this web, say: then its rules count. */
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
