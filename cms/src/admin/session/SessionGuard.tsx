'use client'

import type { ClientUser } from 'payload'
import type { ReactNode } from 'react'
import { useAuth, useModal } from '@payloadcms/ui'
import { useEffect, useLayoutEffect, useSyncExternalStore } from 'react'
import { carryRequests } from '../requests/carryRequests.ts'
import { codePrompt } from '../secondFactor/codePrompt.ts'
import { EnterCode } from '../secondFactor/EnterCode.tsx'
import { confirmation } from './confirmation.ts'
import { ConfirmPassword } from './ConfirmPassword.tsx'
import { readSession, session } from './session.ts'
import { SignInAgain } from './SignInAgain.tsx'
import { SomebodyElse } from './SomebodyElse.tsx'
import { useKeptSession } from './useKeptSession.ts'
import { useTypingPause } from './useTypingPause.ts'

if (typeof window !== 'undefined')
  carryRequests()

/**
 * Keeps forms when a session ends: the form stays as it is under a dialog in which the user signs in again. Payload
 * would open another page, or report that the user may not save.
 */
export function SessionGuard({ children }: { children: ReactNode }) {
  const { user } = useAuth()
  const state = useSyncExternalStore(session.subscribe, session.getState, session.getState)
  const asked = useSyncExternalStore(confirmation.subscribe, confirmation.getState, confirmation.getState)
  const askedForCode = useSyncExternalStore(codePrompt.subscribe, codePrompt.getState, codePrompt.getState)
  const id = user ? String(user.id) : undefined
  const name = user?.name

  // A layout effect runs before any part of the page sends a request to the CMS.
  useLayoutEffect(() => session.follow(id === undefined ? undefined : { id, name }), [id, name])
  useCheckInsteadOfLeaving()
  useRenewedSession(state.is === 'open')
  useKeptSession()
  const isPause = useTypingPause(state.is !== 'open')

  return (
    <>
      {children}
      {isPause && state.is === 'ended' && user?.email && <SignInAgain email={user.email} />}
      {asked && state.is === 'open' && user?.email && <ConfirmPassword email={user.email} problem={asked.problem} />}
      {askedForCode && <EnterCode {...askedForCode} />}
      {isPause && state.is === 'other' && <SomebodyElse name={state.name} />}
    </>
  )
}

/** Payload leaves the page when it believes that the session has ended; another tab may have renewed it. */
function useCheckInsteadOfLeaving(): void {
  const { setUser } = useAuth<ClientUser>()
  useEffect(() => {
    const check = (event: Event) => {
      event.preventDefault()
      void session.check().then(({ is }) => is === 'open' ? renew(setUser) : undefined)
    }
    const lookAgain = () => {
      if (session.getState().is === 'ended')
        void session.check()
    }
    window.addEventListener('payload:session-ended', check)
    window.addEventListener('focus', lookAgain)
    return () => {
      window.removeEventListener('payload:session-ended', check)
      window.removeEventListener('focus', lookAgain)
    }
  }, [setUser])
}

/** Starts Payload's timer for the new session, and closes its question whether to stay signed in. */
function useRenewedSession(isOpen: boolean): void {
  const { setUser } = useAuth<ClientUser>()
  const { closeModal } = useModal()
  useEffect(() => {
    if (isOpen)
      return
    return () => {
      closeModal('stay-logged-in')
      void renew(setUser)
    }
  }, [isOpen, setUser, closeModal])
}

type SetUser = ReturnType<typeof useAuth<ClientUser>>['setUser']

async function renew(setUser: SetUser): Promise<void> {
  const answer = await readSession().catch(() => undefined)
  if (answer?.user?.id === session.person)
    setUser(answer as Parameters<SetUser>[0])
}
