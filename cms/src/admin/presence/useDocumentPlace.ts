import type { DocumentPlace } from '../../presence/documentKey.ts'
import { useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useMemo } from 'react'

/** Returns the document of the form; undefined if it is not saved yet. */
export function useDocumentPlace(): DocumentPlace | undefined {
  const { id, collectionSlug, globalSlug } = useDocumentInfo()
  return useMemo(() => {
    if (globalSlug)
      return { global: globalSlug } as DocumentPlace
    if (collectionSlug && id !== undefined)
      return { collection: collectionSlug, id: String(id) } as DocumentPlace
    return undefined
  }, [id, collectionSlug, globalSlug])
}

/** Returns the address of the document’s presence in the API. */
export function usePresenceAddress(place: DocumentPlace | undefined): string | undefined {
  const { config: { routes } } = useConfig()
  if (!place)
    return undefined
  return 'global' in place
    ? `${routes.api}/globals/${place.global}/presence`
    : `${routes.api}/${place.collection}/${place.id}/presence`
}
