import type { ConfirmationQuestion } from './confirmation.ts'
import type { Prompt } from './Prompt.ts'
import { CURRENT_PASSWORD_HEADER } from '../../users/CURRENT_PASSWORD_HEADER.ts'

type Fetch = typeof fetch

/**
 * Returns a `send` for requests that the CMS accepts only with the user's current password: it asks the user and sends
 * the request once more. The caller only sees it take longer, or sees the refusal if the user cancels.
 */
export function confirmRequests(confirmation: Prompt<ConfirmationQuestion>, send: Fetch): Fetch {
  return async (input, init) => {
    let response = await send(input, init)
    if (input instanceof Request)
      return response
    let isFirst = true
    for (let problem = await problemOf(response); problem !== undefined; problem = await problemOf(response)) {
      const password = await confirmation.ask({ problem: isFirst ? undefined : problem })
      if (password === undefined)
        return response
      const headers = new Headers(init?.headers)
      headers.set(CURRENT_PASSWORD_HEADER, encodeURIComponent(password))
      response = await send(input, { ...init, headers })
      isFirst = false
    }
    return response
  }
}

interface ErrorBody {
  errors?: { data?: { errors?: { path: string, message: string }[] } }[]
}

/** Returns the CMS's message about the current password if that is why it refuses; undefined otherwise. */
async function problemOf(response: Response): Promise<string | undefined> {
  if (response.status !== 400 || !response.headers.get('content-type')?.startsWith('application/json'))
    return undefined
  const { errors = [] } = await response.clone().json() as ErrorBody
  return errors.flatMap(({ data }) => data?.errors ?? []).find(({ path }) => path === 'currentPassword')?.message
}
