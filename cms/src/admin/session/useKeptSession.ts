import type { ClientUser } from 'payload'
import { useAuth } from '@payloadcms/ui'
import { useEffect, useRef } from 'react'
import { sendNow } from '../requests/sendNow.ts'

/**
 * Renews the session while its user is active, so that only an idle session ends. Payload itself renews it in its last
 * minutes only.
 */
export function useKeptSession(): void {
  const { setUser, tokenExpirationMs } = useAuth<ClientUser>()
  const lastAttemptAt = useRef(0)

  useEffect(() => {
    const renew = () => {
      const now = Date.now()
      if (
        tokenExpirationMs === undefined || tokenExpirationMs - now > RENEW_BELOW_MS || tokenExpirationMs < now
        || now - lastAttemptAt.current < RETRY_MS
      ) {
        return
      }
      lastAttemptAt.current = now
      void sendNow('/api/users/refresh-token', { method: 'POST', credentials: 'include' })
        .then(async response =>
          response.ok ? setUser(await response.json() as Parameters<typeof setUser>[0]) : undefined,
        )
        // The next activity tries again, and SessionGuard handles a session that has ended.
        .catch(() => {})
    }
    window.addEventListener('pointerdown', renew, true)
    window.addEventListener('keydown', renew, true)
    return () => {
      window.removeEventListener('pointerdown', renew, true)
      window.removeEventListener('keydown', renew, true)
    }
  }, [setUser, tokenExpirationMs])
}

/** A session lasts twelve hours: renew it half an hour after the last renewal. */
const RENEW_BELOW_MS = 11.5 * 60 * 60 * 1000
const RETRY_MS = 60 * 1000
