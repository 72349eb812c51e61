'use client'

import type { LiveCheck } from '../live/LiveCheck.ts'
import { useConfig, useDocumentInfo, useFormProcessing } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'
import { formatCount } from '../usage/formatCount.ts'
import { ask, wordsOf } from './ask.ts'
import { liveCheckText } from './liveCheckText.ts'

/**
 * Says whether readers see the last save, and before that, how many pages would show it. Links to the document's own
 * page.
 */
export function LiveStatus() {
  const { id, collectionSlug, globalSlug, hasPublishedDoc } = useDocumentInfo()
  const { config: { routes } } = useConfig()
  const isSaving = useFormProcessing()
  const [state, setState] = useState<State>({})
  const known = useRef(0)
  const address = globalSlug ? `${routes.api}/globals/${globalSlug}/live` : id && `${routes.api}/${collectionSlug}/${id}/live`

  useEffect(() => {
    if (!address)
      return
    void ask<LiveCheck>('GET', `${address}?prove=0`).then(({ number, total, url }) => {
      known.current = number
      setState({ total, url })
    }, () => {})
  }, [address])

  const prove = useCallback(async (after: number) => {
    setState(({ total, url }) => ({ total, url, isLooking: true }))
    await ask<LiveCheck>('GET', `${address}?after=${after}`).then((proof) => {
      const isNew = proof.number > after
      known.current = Math.max(proof.number, known.current)
      setState({ total: proof.total, url: proof.url, proof: isNew ? proof : undefined })
    }, error => setState(({ total, url }) => ({ total, url, problem: wordsOf(error) })))
  }, [address])

  const wasSaving = useRef(false)
  const wasPublished = useRef(hasPublishedDoc)
  useEffect(() => {
    const isSaved = wasSaving.current && !isSaving
    const isTaken = wasPublished.current && !hasPublishedDoc
    wasSaving.current = isSaving
    wasPublished.current = hasPublishedDoc
    if (address && (isSaved || isTaken))
      void prove(known.current)
  }, [address, isSaving, hasPublishedDoc, prove])

  const { words, mayRetry } = wordsFor(state)
  return (
    <div className="live-line">
      <span className={`live-status${mayRetry ? ' live-status--problem' : ''}`} role="status">
        {words}
        {mayRetry && (
          <>
            {' '}
            <button type="button" className="text-button" onClick={() => void prove(Math.max(known.current - 1, 0))}>Look again</button>
          </>
        )}
      </span>
      {state.url && <a className="view-on-site" href={state.url} target="_blank" rel="noreferrer">View on site</a>}
    </div>
  )
}

interface State {
  total?: number
  url?: string
  isLooking?: boolean
  proof?: LiveCheck
  problem?: string
}

function wordsFor({ total = 0, isLooking, proof, problem }: State): { words: string, mayRetry?: boolean } {
  if (isLooking)
    return { words: 'Checking whether readers see it…' }
  if (problem)
    return { words: `Could not check whether it is live: ${problem}`, mayRetry: true }
  if (proof)
    return { words: liveCheckText(proof), mayRetry: proof.pages.some(({ problem }) => problem) || proof.webs.live < proof.webs.total }
  return { words: total > 1 ? `Changes ${formatCount(total)} live pages` : '' }
}
