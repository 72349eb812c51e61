'use client'

import type { ReactNode } from 'react'
import { useAuth, useConfig } from '@payloadcms/ui'
import { usePathname } from 'next/navigation.js'
import { useEffect, useRef } from 'react'
import { thisBrowser } from './thisBrowser.ts'

/** Removes from this browser what a person has typed when they sign out, though not when their session ends by itself. */
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
