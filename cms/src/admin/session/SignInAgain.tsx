'use client'

import type { FormEvent } from 'react'
import { Button, useConfig } from '@payloadcms/ui'
import { useState } from 'react'
import { Dialog } from '../dialog/Dialog.tsx'
import { signIn } from './session.ts'

/** Asks for the password, over the form that cannot be saved without it. */
export function SignInAgain({ email }: { email: string }) {
  const { config: { routes, admin: { routes: { forgot } } } } = useConfig()
  const [password, setPassword] = useState('')
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)

  async function submit(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    setProblem(undefined)
    const problem = await signIn(email, password)
    setProblem(problem)
    setBusy(false)
    if (problem)
      document.querySelector<HTMLInputElement>(PASSWORD)?.select()
  }

  return (
    <Dialog slug="sign-in-again" title="You were signed out" initialFocus={PASSWORD}>
      <form className="sign-in-again" onSubmit={event => void submit(event)}>
        <p>Sign in again to save. Your text is still here.</p>
        <label htmlFor="sign-in-again-email">Email</label>
        <input id="sign-in-again-email" type="email" readOnly autoComplete="username" value={email} />
        <label htmlFor="sign-in-again-password">Password</label>
        <input
          id="sign-in-again-password"
          type="password"
          required
          autoComplete="current-password"
          aria-describedby="sign-in-again-problem"
          aria-invalid={problem !== undefined}
          value={password}
          onChange={event => setPassword(event.target.value)}
        />
        <p id="sign-in-again-problem" className="dialog__problem" role="alert">{problem}</p>
        <div className="dialog__buttons">
          <Button type="submit" margin={false} disabled={isBusy}>{isBusy ? 'Signing in…' : 'Sign in and go on'}</Button>
          <Button buttonStyle="secondary" margin={false} onClick={() => window.location.assign(routes.admin)}>Leave this page</Button>
          <a href={`${routes.admin}${forgot}`} target="_blank" rel="noreferrer">Forgot the password?</a>
        </div>
      </form>
    </Dialog>
  )
}

const PASSWORD = '#sign-in-again-password'
