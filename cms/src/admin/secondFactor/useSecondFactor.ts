import type { SecondFactorState } from '../../users/secondFactor/secondFactorEndpoints.ts'
import { useConfig } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { ask, wordsOf } from '../ask.ts'

interface SecondFactorOfUser {
  /** The URL of the user's second factor in the API. */
  url: string
  /** Undefined until the CMS has answered. */
  state: SecondFactorState | undefined
  /** Why the lookup failed. */
  problem: string | undefined
  look: () => Promise<void>
}

/** Returns the state of a user's second factor. */
export function useSecondFactor(id: string): SecondFactorOfUser {
  const { config: { routes } } = useConfig()
  const [state, setState] = useState<SecondFactorState>()
  const [problem, setProblem] = useState<string>()
  const url = `${routes.api}/users/${id}/second-factor`

  const look = useCallback(async () => {
    setProblem(undefined)
    await ask<SecondFactorState>('GET', url).then(setState, error => setProblem(wordsOf(error)))
  }, [url])

  useEffect(() => void look(), [look])

  return { url, state, problem, look }
}
