'use client'

import type { ReactNode } from 'react'
import { useAuth, useConfig } from '@payloadcms/ui'
import { usePathname } from 'next/navigation.js'
import { useEffect, useRef } from 'react'
import { thisBrowser } from './thisBrowser.ts'

/** Deletes the user's journal from this browser when they sign out, but not when their session expires. */
export function ForgetAtSignOut({ children }: { children: ReactNode }) {
  const { user } = useAuth()
  const { config: { admin, routes } } = useConfig()
  const isSigningOut = usePathname() === routes.admin + admin.routes.logout
  const person = useRef<string>(undefined)

  useEffect(() => {
    if (user)
      person.current = String(user.id)
    if (isSigningOut && person.current)
      void thisBrowser().store.forget(person.current)
  }, [user, isSigningOut])

  return children
}
