'use client'

import type { UsedIn as Answer } from '../usage/usedInEndpoint.ts'
import { Link, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useId, useState } from 'react'
import { formatCount } from '../usage/formatCount.ts'
import { ask, wordsOf } from './ask.ts'

/** Lists the documents that use this one: a change here changes them too. */
export function UsedIn() {
  const { id, collectionSlug } = useDocumentInfo()
  const { config: { routes } } = useConfig()
  const [answer, setAnswer] = useState<Answer>()
  const [problem, setProblem] = useState<string>()
  const heading = useId()

  const look = useCallback((limit?: number) => {
    setProblem(undefined)
    return ask<Answer>('GET', `${routes.api}/${collectionSlug}/${id}/uses${limit === undefined ? '' : `?limit=${limit}`}`)
      .then(setAnswer, error => setProblem(wordsOf(error)))
  }, [routes.api, collectionSlug, id])

  useEffect(() => {
    if (id)
      void look()
  }, [id, look])

  if (!id)
    return null
  return (
    <section className="used-in" aria-labelledby={heading} aria-live="polite" aria-busy={!answer && !problem}>
      <h4 id={heading}>
        Used in
        {answer && count(answer) > 0 && <span className="used-in__count">{formatCount(count(answer))}</span>}
      </h4>
      {problem && (
        <p>
          {`Could not be looked up: ${problem}`}
          {' '}
          <button type="button" className="text-button" onClick={() => void look()}>Try again</button>
        </p>
      )}
      {!problem && !answer && <p>Looking…</p>}
      {!problem && answer && <Documents answer={answer} admin={routes.admin} onAll={() => void look(0)} />}
    </section>
  )
}

function Documents({ answer: { docs, totalDocs, hiddenDocs }, admin, onAll }: { answer: Answer, admin: string, onAll: () => void }) {
  if (totalDocs + hiddenDocs === 0)
    return <p>Used nowhere yet.</p>
  return (
    <>
      {docs.length > 0 && (
        <ul>
          {docs.map(({ path, title, kind, state }) => (
            <li key={path}>
              <Link href={admin + path} prefetch={false}>{title}</Link>
              <span className="used-in__kind">
                {kind}
                {state && <span className={`used-in__state used-in__state--${state}`}>{STATES[state]}</span>}
              </span>
            </li>
          ))}
        </ul>
      )}
      {totalDocs > docs.length && <p><button type="button" className="text-button" onClick={onAll}>{`and ${totalDocs - docs.length} more`}</button></p>}
      {hiddenDocs > 0 && <p>{hiddenWords(hiddenDocs, docs.length > 0)}</p>}
    </>
  )
}

const STATES = { draft: 'Draft', published: 'Published', trash: 'In the trash' } as const

function count({ totalDocs, hiddenDocs }: Answer): number {
  return totalDocs + hiddenDocs
}

function hiddenWords(number: number, isRest: boolean): string {
  const what = number === 1 ? 'document' : 'documents'
  return isRest ? `and in ${number} more that you may not see.` : `In ${number} ${what} that you may not see.`
}
