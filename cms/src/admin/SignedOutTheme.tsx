'use client'

import type { ReactNode } from 'react'
import { useConfig } from '@payloadcms/ui'
import { useEffect } from 'react'

/**
 * Applies the system's light or dark theme before the user signs in. Payload follows the system only if it has the
 * whole config, which it withholds from anonymous visitors. Few browsers send the header that would tell the server.
 */
export function SignedOutTheme({ children }: { children: ReactNode }) {
  const { config: { admin: { theme } } } = useConfig()
  useEffect(() => {
    if (!theme && !document.cookie.includes('payload-theme=')) {
      document.documentElement.dataset.theme = window.matchMedia('(prefers-color-scheme: dark)').matches
        ? 'dark'
        : 'light'
    }
  }, [theme])
  return children
}
