'use client'

import type { UnpublishedReference } from '../usage/unpublishedReferences.ts'
import { Button, toast, useAuth, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useCallback, useEffect, useRef, useState } from 'react'

/** Lists the never-published cards and tables of an article, which readers would miss, and publishes them too. */
export function NotYetPublished() {
  const { id, collectionSlug, data } = useDocumentInfo()
  const { user } = useAuth()
  const { config: { routes } } = useConfig()
  const [missing, setMissing] = useState<UnpublishedReference[]>([])
  const [busy, setBusy] = useState(false)
  const status = data?._status as string | undefined
  const lastStatus = useRef(status)

  const look = useCallback(async () => {
    if (!id)
      return []
    const response = await fetch(`${routes.api}/${collectionSlug}/${id}/unpublished-references`, { credentials: 'include' })
    const found = response.ok ? ((await response.json()) as { docs: UnpublishedReference[] }).docs : []
    setMissing(found)
    return found
  }, [id, collectionSlug, routes.api])

  useEffect(() => {
    void look().then((found) => {
      if (status === 'published' && lastStatus.current !== 'published' && found.length > 0)
        toast.warning(`Published without ${count(found)}, which were never published. See “Not on the site yet”.`)
      lastStatus.current = status
    })
  }, [look, status, data?.updatedAt])

  async function publishAll() {
    setBusy(true)
    for (const { collection, id: reference, title } of missing) {
      const response = await fetch(`${routes.api}/${collection}/${reference}`, {
        method: 'PATCH',
        credentials: 'include',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ _status: 'published' }),
      })
      if (!response.ok) {
        const { errors } = await response.json() as { errors?: { message: string }[] }
        toast.error(`“${title}”: ${errors?.[0]?.message ?? response.statusText}. Open it to see what it lacks.`)
      }
    }
    await look()
    setBusy(false)
  }

  if (missing.length === 0)
    return null
  return (
    <section className="not-yet-published" aria-live="polite">
      <h4>Not on the site yet</h4>
      <p>Readers will not see these: they were never published.</p>
      <ul>
        {missing.map(({ collection, id: reference, title }) => (
          <li key={reference}><a href={`${routes.admin}/collections/${collection}/${reference}`} target="_blank" rel="noreferrer">{title}</a></li>
        ))}
      </ul>
      {(user?.role === 'admin' || user?.role === 'editor') && (
        <Button buttonStyle="secondary" size="small" disabled={busy} onClick={() => void publishAll()}>
          {busy ? 'Publishing…' : missing.length === 1 ? 'Publish it too' : 'Publish them too'}
        </Button>
      )}
    </section>
  )
}

function count(found: UnpublishedReference[]): string {
  return found.length === 1 ? `“${found[0]!.title}”` : `${found.length} of its cards and tables`
}
