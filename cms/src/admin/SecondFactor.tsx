'use client'

import { useAuth, useDocumentInfo } from '@payloadcms/ui'
import { OthersFactor } from './secondFactor/OthersFactor.tsx'
import { OwnFactor } from './secondFactor/OwnFactor.tsx'

/** The second factor of a user: they set it up and turn it off, and an administrator can remove it. */
export function SecondFactor() {
  const { id, data } = useDocumentInfo()
  const { user } = useAuth()
  if (id === undefined)
    return null
  if (user?.id === id)
    return <OwnFactor id={String(id)} />
  return user?.role === 'admin' ? <OthersFactor id={String(id)} name={String(data?.name ?? 'this person')} /> : null
}
