'use client'

import type { ReactNode } from 'react'
import type { useSecondFactor } from './useSecondFactor.ts'
import { useId } from 'react'

interface Props extends Pick<ReturnType<typeof useSecondFactor>, 'look' | 'problem' | 'state'> {
  children: ReactNode
}

/** The frame of a second-factor panel. It shows its content once the CMS has answered. */
export function FactorSection({ children, look, problem, state }: Props) {
  const heading = useId()
  return (
    <section className="second-factor" aria-labelledby={heading} aria-busy={!state && !problem}>
      <h2 id={heading}>Second factor</h2>
      {problem && (
        <p>
          {`Could not be looked up: ${problem}`}
          {' '}
          <button type="button" className="text-button" onClick={() => void look()}>Try again</button>
        </p>
      )}
      {!state && !problem && <p>Looking…</p>}
      {state && children}
    </section>
  )
}
