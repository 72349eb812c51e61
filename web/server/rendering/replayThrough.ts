import type { Question, Through } from '@masthead/shared/client'
import type { Uses } from '../changes/Uses'
import type { Replay } from './RecordedResponses'
import { CmsError } from '@masthead/shared/error'

/** Gives recorded responses, and records the dependencies again. The CMS is not asked: another question than before fails. */
export function replayThrough(replay: Replay, uses: Uses): Through {
  return async <T>(question: Question) => {
    const response = replay.responseTo(question)
    if (response === undefined)
      throw new CmsError({ method: 'GET', url: question.path, problem: 'no recorded response' })
    uses.note(question, response)
    return response as T
  }
}
