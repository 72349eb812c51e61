import type { SessionAnswer } from './SessionWatch.ts'
import { sendNow } from '../requests/sendNow.ts'
import { answerSecondFactor } from '../secondFactor/answerSecondFactor.ts'
import { codePrompt } from '../secondFactor/codePrompt.ts'
import { SessionWatch } from './SessionWatch.ts'

const tabs = typeof window === 'undefined' ? undefined : new BroadcastChannel('masthead-session')

/** The session of this tab. */
export const session = new SessionWatch({ readSession, announce: person => tabs?.postMessage(person) })

if (tabs)
  tabs.onmessage = ({ data }: MessageEvent<string>) => session.hear(data)

/**
 * Returns the user who is signed in in this browser, and until when.
 * @throws {Error} if the CMS cannot say
 */
export async function readSession(): Promise<SessionAnswer> {
  const response = await sendNow('/api/users/me', { credentials: 'include', cache: 'no-store' })
  if (!response.ok)
    throw new Error(`The CMS answered ${response.status}.`)
  return await response.json() as SessionAnswer
}

/** Signs the user in. Returns undefined on success, else what is wrong. */
export async function signIn(email: string, password: string): Promise<string | undefined> {
  try {
    const response = await answerSecondFactor(codePrompt, sendNow)('/api/users/login', {
      method: 'POST',
      credentials: 'include',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email, password }),
    })
    const answer = await response.json() as SessionAnswer & { errors?: { message: string }[] }
    if (!response.ok)
      return answer.errors?.[0]?.message ?? `The CMS answered ${response.status}. Try again in a moment.`
    session.take(answer)
    return undefined
  }
  catch {
    return 'The CMS cannot be reached. Try again in a moment.'
  }
}
