'use client'

import type { FormEvent } from 'react'
import { Button, useConfig } from '@payloadcms/ui'
import { useState } from 'react'

/** Requests a mail with a link. The response is the same whether the account exists or not. */
export function ForgotPasswordForm() {
  const { config: { routes } } = useConfig()
  const [email, setEmail] = useState('')
  const [answer, setAnswer] = useState<string>()
  const [busy, setBusy] = useState(false)

  async function submit(event: FormEvent) {
    event.preventDefault()
    setBusy(true)
    const body = await fetch(`${routes.api}/users/forgot-password`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ email }),
    }).then(response => response.json() as Promise<{ message?: string, errors?: { message: string }[] }>).catch(() => undefined)
    setAnswer(body?.message ?? body?.errors?.[0]?.message ?? 'The CMS cannot be reached. Try again in a moment.')
    setBusy(false)
  }

  return (
    <form className="forgotten__form" onSubmit={event => void submit(event)}>
      <p>Give the address of your account: you get a mail with a link, which lets you choose a new password.</p>
      <label htmlFor="forgotten-email">Email</label>
      <input id="forgotten-email" type="email" required autoComplete="email" value={email} onChange={event => setEmail(event.target.value)} />
      <p role="status">{answer}</p>
      <Button type="submit" size="large" margin={false} disabled={busy}>{busy ? 'Sending…' : 'Send the mail'}</Button>
    </form>
  )
}
