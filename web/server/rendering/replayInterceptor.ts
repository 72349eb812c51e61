import type { CmsRequest, Interceptor } from '@masthead/shared/client'
import type { Dependencies } from '../changes/Dependencies'
import type { Replay } from './RecordedResponses'
import { CmsError } from '@masthead/shared/error'

/**
 * Returns an interceptor that responds from recorded responses, and records the dependencies again. A request that was
 * not recorded fails.
 */
export function replayInterceptor(replay: Replay, dependencies: Dependencies): Interceptor {
  return async <T>(request: CmsRequest) => {
    const response = replay.responseTo(request)
    if (response === undefined)
      throw new CmsError({ method: 'GET', url: request.path, problem: 'no recorded response' })
    dependencies.record(request, response)
    return response as T
  }
}
