'use client'

import type { SessionRow } from '../users/sessions.ts'
import { Button, toast, useAuth, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useId, useState } from 'react'
import { ask, wordsOf } from './ask.ts'
import { moment } from './moment.ts'

/**
 * Lists the sessions of a user, for the user and for administrators, and ends those that the user does not recognise.
 */
export function Sessions() {
  const { id } = useDocumentInfo()
  const { user } = useAuth()
  const isOwn = id !== undefined && user?.id === id
  return id !== undefined && (isOwn || user?.role === 'admin') ? <List id={String(id)} isOwn={isOwn} /> : null
}

function List({ id, isOwn }: { id: string, isOwn: boolean }) {
  const { config: { routes } } = useConfig()
  const [sessions, setSessions] = useState<SessionRow[]>()
  const [problem, setProblem] = useState<string>()
  const [busy, setBusy] = useState(false)
  const heading = useId()
  const url = `${routes.api}/users/${id}/sessions`

  const look = useCallback(async () => {
    setProblem(undefined)
    await ask<{ docs: SessionRow[] }>('GET', url).then(({ docs }) => setSessions(docs), error => setProblem(wordsOf(error)))
  }, [url])

  useEffect(() => void look(), [look])

  async function end(key?: string) {
    setBusy(true)
    await ask<{ ended: number }>('DELETE', key ? `${url}/${key}` : url).then(
      ({ ended }) => toast.success(ended === 1 ? 'One session ended.' : `${ended} sessions ended.`),
      error => toast.error(wordsOf(error)),
    )
    await look()
    setBusy(false)
  }

  const others = sessions?.filter(({ isThis }) => !isThis) ?? []
  return (
    <section className="sessions" aria-labelledby={heading} aria-busy={!sessions && !problem}>
      <h4 id={heading}>{isOwn ? 'Where you are signed in' : 'Where they are signed in'}</h4>
      <p>{isOwn ? 'End the sessions that you do not recognise. They stop working at once.' : 'A session that you end here stops working at once.'}</p>
      {problem && (
        <p>
          {`Could not be looked up: ${problem}`}
          {' '}
          <button type="button" className="text-button" onClick={() => void look()}>Try again</button>
        </p>
      )}
      {!sessions && !problem && <p>Looking…</p>}
      {sessions?.length === 0 && <p>Nowhere at the moment.</p>}
      {sessions && sessions.length > 0 && (
        <ul>
          {sessions.map(({ key, begunAt, expiresAt, isThis }) => (
            <li key={key}>
              <span>
                {`Since ${moment(begunAt)}`}
                {isThis && <span className="sessions__this">This one</span>}
                <small>{`Expires on ${moment(expiresAt)}`}</small>
              </span>
              {!isThis && (
                <Button buttonStyle="secondary" size="small" margin={false} disabled={busy} aria-label={`End the session that began ${moment(begunAt)}`} onClick={() => void end(key)}>End</Button>
              )}
            </li>
          ))}
        </ul>
      )}
      {others.length > 1 && (
        <Button buttonStyle="secondary" size="small" margin={false} disabled={busy} onClick={() => void end()}>
          {others.length === sessions?.length ? 'End all' : 'End all others'}
        </Button>
      )}
    </section>
  )
}
