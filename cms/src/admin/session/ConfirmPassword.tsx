'use client'

import type { FormEvent } from 'react'
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { Dialog } from '../dialog/Dialog.tsx'
import { confirmation } from './confirmation.ts'

/** Asks for the current password, so that an unattended screen does not let another person take over the account. */
export function ConfirmPassword({ email, problem }: { email: string, problem: string | undefined }) {
  const [password, setPassword] = useState('')
  const cancel = () => confirmation.answer(undefined)

  function submit(event: FormEvent) {
    event.preventDefault()
    // Keeps the form around the dialog from being submitted as well.
    event.stopPropagation()
    confirmation.answer(password)
  }

  return (
    <Dialog slug="confirm-password" title="Confirm that it is you" initialFocus={PASSWORD} onEscape={cancel}>
      <form className="sign-in-again" onSubmit={submit}>
        <p>Passwords, second factors, e-mail addresses and roles decide who gets in. Enter your own current password to change them.</p>
        <label htmlFor="confirm-password-email">Email</label>
        <input id="confirm-password-email" type="email" readOnly autoComplete="username" value={email} />
        <label htmlFor="confirm-password-password">Your current password</label>
        <input
          id="confirm-password-password"
          type="password"
          required
          autoComplete="current-password"
          aria-describedby="confirm-password-problem"
          aria-invalid={problem !== undefined}
          value={password}
          onChange={event => setPassword(event.target.value)}
        />
        <p id="confirm-password-problem" className="dialog__problem" role="alert">{problem}</p>
        <div className="dialog__buttons">
          <Button type="submit" margin={false}>Confirm</Button>
          <Button buttonStyle="secondary" margin={false} onClick={cancel}>Cancel</Button>
        </div>
      </form>
    </Dialog>
  )
}

const PASSWORD = '#confirm-password-password'
