'use client'

import type { Reference } from './referencesIn.ts'
import { useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { ask } from '../ask.ts'

/** Shows the titles of documents, which it looks up; “Nothing” if there are none. */
export function Titles({ references }: { references: Reference[] }) {
  return references.length === 0
    ? 'Nothing'
    : references.map((reference, index) => (
        <span key={`${reference.collection} ${reference.id}`}>
          {index > 0 && ', '}
          <Title {...reference} />
        </span>
      ))
}

function Title({ collection, id }: Reference) {
  const { config: { routes }, getEntityConfig } = useConfig()
  const [title, setTitle] = useState('…')
  const field = getEntityConfig({ collectionSlug: collection })?.admin.useAsTitle ?? 'id'
  const url = `${routes.api}/${collection}/${id}?depth=0&draft=true&trash=true`

  useEffect(() => {
    void ask<Record<string, unknown>>('GET', url).then(
      document => setTitle(String(document[field] || 'Untitled')),
      () => setTitle('a document that you cannot read'),
    )
  }, [url, field])

  return title
}
