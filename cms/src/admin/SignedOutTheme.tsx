'use client'

import type { ReactNode } from 'react'
import { useConfig } from '@payloadcms/ui'
import { useEffect } from 'react'

/**
 * Light or dark, as the system is, before somebody signs in. Payload follows the system only where it has the whole
 * config, which strangers are not given; and the header by which the server could know comes from few browsers.
 */
export function SignedOutTheme({ children }: { children: ReactNode }) {
  const { config: { admin: { theme } } } = useConfig()
  useEffect(() => {
    if (!theme && !document.cookie.includes('payload-theme='))
      document.documentElement.dataset.theme = window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light'
  }, [theme])
  return children
}
