import type { SecondFactorRefusal } from '../../users/secondFactor/SecondFactorError.ts'
import type { Prompt } from '../session/Prompt.ts'
import type { CodeQuestion } from './codePrompt.ts'
import { SECOND_FACTOR_HEADER } from '../../users/secondFactor/SECOND_FACTOR_HEADER.ts'
import { SECOND_FACTOR_REASONS } from '../../users/secondFactor/SECOND_FACTOR_REASONS.ts'

type Fetch = typeof fetch

/**
 * Returns a `send` for sign-ins, which the CMS may refuse until they carry a code: it asks the user for the code and
 * sends the request once more. The calling form only sees it take longer, or sees the refusal if the user cancels.
 */
export function answerSecondFactor(prompt: Prompt<CodeQuestion>, send: Fetch): Fetch {
  return async (input, init) => {
    let response = await send(input, init)
    if (input instanceof Request)
      return response
    for (let refusal = await refusalOf(response); refusal !== undefined; refusal = await refusalOf(response)) {
      const code = await prompt.ask({
        problem: refusal.code === 'second-factor-wrong' ? refusal.message : undefined,
        hasApp: refusal.hasApp ?? false,
        passkeyOptions: refusal.passkeyOptions,
      })
      if (code === undefined)
        return response
      const headers = new Headers(init?.headers)
      headers.set(SECOND_FACTOR_HEADER, encodeURIComponent(code))
      response = await send(input, { ...init, headers })
    }
    return response
  }
}

interface Refusal extends SecondFactorRefusal {
  message: string
}

interface ErrorBody {
  errors?: { message: string, data?: Partial<SecondFactorRefusal> }[]
}

async function refusalOf(response: Response): Promise<Refusal | undefined> {
  if (response.status !== 401 || !response.headers.get('content-type')?.startsWith('application/json'))
    return undefined
  const { errors = [] } = await response.clone().json() as ErrorBody
  const [error] = errors
  const code = SECOND_FACTOR_REASONS.find(reason => reason === error?.data?.code)
  return code && error && { ...error.data, code, message: error.message }
}
