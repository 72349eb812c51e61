'use client'

import type { OpenDocuments } from '../../presence/listOpenDocuments.ts'
import { useAuth, useConfig, useListQuery } from '@payloadcms/ui'
import { useEffect, useLayoutEffect, useRef, useState } from 'react'
import { createPortal } from 'react-dom'
import { ask } from '../ask.ts'
import { editorsWords } from './editorsWords.ts'
import { Initials } from './Initials.tsx'

/** Marks the documents of a list that other users have open, at their titles. */
export function ListPresence() {
  const { collectionSlug, data } = useListQuery()
  const { user } = useAuth()
  const place = useRef<HTMLSpanElement>(null)
  const open = useOpenDocuments(collectionSlug)
  const [cells, setCells] = useState<{ id: string, cell: Element }[]>([])

  useLayoutEffect(() => {
    const list = place.current?.closest('.collection-list')
    setCells(Object.keys(open).flatMap((id) => {
      const cell = list?.querySelector(`td a[href$="/${CSS.escape(id)}"]`)?.parentElement
      return cell ? [{ id, cell }] : []
    }))
  }, [open, data])

  return (
    <>
      <span ref={place} hidden />
      {cells.map(({ id, cell }) => createPortal(<Marker editors={open[id] ?? []} self={user ? String(user.id) : undefined} />, cell, id))}
    </>
  )
}

function Marker({ editors, self }: { editors: OpenDocuments[string], self: string | undefined }) {
  return editors.length > 0 && (
    <span className="presence-marker">
      <Initials name={editors[0]!.name} />
      {editorsWords(editors, self)}
    </span>
  )
}

/** Returns the open documents of a collection, and asks for them again every five seconds while the list is visible. */
function useOpenDocuments(collection: string | undefined): OpenDocuments {
  const { config: { routes } } = useConfig()
  const [open, setOpen] = useState<OpenDocuments>({})

  useEffect(() => {
    if (!collection)
      return
    const update = async () => {
      if (!document.hidden) {
        // The next answer corrects a list that could not be updated.
        await ask<OpenDocuments>('GET', `${routes.api}/${collection}/presence`).then(
          answer => setOpen(before => JSON.stringify(before) === JSON.stringify(answer) ? before : answer),
          () => {},
        )
      }
    }
    void update()
    const timer = window.setInterval(() => void update(), UPDATE_MS)
    const updateAgain = () => void update()
    document.addEventListener('visibilitychange', updateAgain)
    return () => {
      window.clearInterval(timer)
      document.removeEventListener('visibilitychange', updateAgain)
    }
  }, [collection, routes.api])

  return open
}

const UPDATE_MS = 5000
