'use client'

import type { Media } from '@masthead/shared/payload-types'
import type { Reference } from '../journal/referencesIn.ts'
import { useConfig } from '@payloadcms/ui'
import { useEffect, useState } from 'react'
import { ask } from '../ask.ts'

/** A picture as a thumbnail with its description. */
export function ComparedPicture({ reference: { collection, id } }: { reference: Reference }) {
  const { config: { routes } } = useConfig()
  const [picture, setPicture] = useState<Media | null>()
  const url = `${routes.api}/${collection}/${id}?depth=0&trash=true`

  useEffect(() => {
    void ask<Media>('GET', url).then(setPicture, () => setPicture(null))
  }, [url])

  return (
    <figure className="compared-picture">
      {picture?.url && <img src={picture.thumbnailURL ?? picture.url} alt={picture.alt ?? ''} />}
      <figcaption>{captionOf(picture)}</figcaption>
    </figure>
  )
}

function captionOf(picture: Media | null | undefined): string {
  if (picture === undefined)
    return '…'
  return picture === null ? 'A picture that no longer exists' : picture.alt || picture.filename || 'Without a description'
}
