'use client'

import type { PublicKeyCredentialRequestOptionsJSON } from '@simplewebauthn/browser'
import { Button, useConfig } from '@payloadcms/ui'
import { getSafeRedirect } from 'payload/shared'
import { useState } from 'react'
import { ask, wordsOf } from '../ask.ts'
import { askPasskey } from './passkeys.ts'

/** Below the form to sign in: takes a passkey in place of password and code. */
export function PasskeySignIn() {
  const { config: { routes } } = useConfig()
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  async function signIn() {
    setBusy(true)
    setProblem(undefined)
    try {
      const response = await askPasskey(await ask<PublicKeyCredentialRequestOptionsJSON>('POST', `${routes.api}/users/passkey-options`))
      await ask('POST', `${routes.api}/users/passkey-login`, { response })
      const redirectTo = new URLSearchParams(window.location.search).get('redirect') ?? ''
      window.location.assign(getSafeRedirect({ fallbackTo: routes.admin, redirectTo }))
    }
    catch (error) {
      setProblem(wordsOf(error))
      setBusy(false)
    }
  }

  return (
    <div className="passkey-sign-in">
      <Button buttonStyle="secondary" size="large" margin={false} disabled={isBusy} onClick={() => void signIn()}>Sign in with a passkey</Button>
      <p className="second-factor__problem" role="alert">{problem}</p>
    </div>
  )
}
