import type { SecondFactorState } from '../../people/secondFactor/secondFactorEndpoints.ts'
import { useConfig } from '@payloadcms/ui'
import { useCallback, useEffect, useState } from 'react'
import { ask, wordsOf } from '../ask.ts'

interface SecondFactorOfUser {
  /** Where the CMS answers about it. */
  url: string
  /** Undefined until the CMS has answered. */
  state: SecondFactorState | undefined
  /** Why it could not be looked up. */
  problem: string | undefined
  look: () => Promise<void>
}

/** Returns what the CMS knows of the second factor of a user. */
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
