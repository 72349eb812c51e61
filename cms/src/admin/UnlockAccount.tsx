'use client'

import { Button, toast, useAuth, useConfig, useDocumentInfo } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { ask, wordsOf } from './ask.ts'

/** For administrators: frees the attempts that the CMS counted for an account. */
export function UnlockAccount() {
  const { id, data } = useDocumentInfo()
  const { user } = useAuth()
  return id !== undefined && user?.role === 'admin' && user.id !== id ? <Unlock name={String(data?.name ?? 'this person')} email={String(data?.email)} /> : null
}

function Unlock({ name, email }: { name: string, email: string }) {
  const { config: { routes } } = useConfig()
  const [isBusy, setBusy] = useState(false)
  const heading = useId()

  async function unlock() {
    setBusy(true)
    await ask('POST', `${routes.api}/users/unlock`, { email }).then(
      () => toast.success(`${name} may try again.`),
      error => toast.error(wordsOf(error)),
    )
    setBusy(false)
  }

  return (
    <section className="one-time-link" aria-labelledby={heading}>
      <h4 id={heading}>Too many attempts</h4>
      <p>{`After too many wrong passwords ${name} has to wait before signing in with a new browser. Unlock the account to let them try again now.`}</p>
      <Button buttonStyle="secondary" size="small" margin={false} disabled={isBusy} onClick={() => void unlock()}>Unlock the account</Button>
    </section>
  )
}
