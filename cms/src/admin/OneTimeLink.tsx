'use client'

import type { OneTimeLink as Link } from '../users/oneTimeLink.ts'
import { Button, ConfirmationModal, toast, useAuth, useConfig, useDocumentInfo, useModal } from '@payloadcms/ui'
import { useId, useRef, useState } from 'react'
import { ask, wordsOf } from './ask.ts'
import { moment } from './moment.ts'

/** For administrators: creates a link with which a user who has no password, or has lost it, chooses a new one. */
export function OneTimeLink() {
  const { id, data } = useDocumentInfo()
  const { user } = useAuth()
  return id !== undefined && user?.role === 'admin' && user.id !== id ? <Maker id={String(id)} name={String(data?.name ?? 'this person')} /> : null
}

function Maker({ id, name }: { id: string, name: string }) {
  const { config: { routes } } = useConfig()
  const { openModal } = useModal()
  const [link, setLink] = useState<Link>()
  const heading = useId()
  const modal = `one-time-link-${id}`

  const make = () => ask<Link>('POST', `${routes.api}/users/${id}/one-time-link`).then(setLink, (error) => {
    toast.error(wordsOf(error))
  })

  return (
    <section className="one-time-link" aria-labelledby={heading}>
      <h4 id={heading}>Lost password</h4>
      <p>{`A one-time link lets ${name} choose a new password. Hand it over in a way that you trust: anyone who opens it can take over the account.`}</p>
      {link && <Shown link={link} />}
      <Button buttonStyle="secondary" size="small" margin={false} onClick={() => openModal(modal)}>
        {link ? 'Make another one' : 'Make a one-time link'}
      </Button>
      <ConfirmationModal
        modalSlug={modal}
        heading={`Make a one-time link for ${name}?`}
        body="It works for 24 hours. A link that was made before stops working now; the password goes on working until a new one is chosen, which ends all sessions."
        confirmLabel="Make the link"
        confirmingLabel="Making the link…"
        onConfirm={make}
      />
    </section>
  )
}

function Shown({ link: { url, expiresAt } }: { link: Link }) {
  const input = useRef<HTMLInputElement>(null)
  const [copied, setCopied] = useState(false)

  async function copy() {
    input.current?.select()
    // Browsers give the clipboard to encrypted pages only. On other pages the user copies the selected text by hand.
    const done = await navigator.clipboard?.writeText(url).then(() => true, () => false)
    setCopied(Boolean(done))
    if (!done)
      toast.info('The link is selected: copy it with Ctrl+C or ⌘C.')
  }

  return (
    <div className="one-time-link__shown" role="status">
      <div className="one-time-link__row">
        <input ref={input} type="text" readOnly value={url} aria-label="One-time link" onFocus={event => event.target.select()} />
        <Button buttonStyle="primary" size="small" margin={false} onClick={() => void copy()}>{copied ? 'Copied' : 'Copy'}</Button>
      </div>
      <p>
        {'Works once, until '}
        <strong>{moment(expiresAt)}</strong>
        . It is shown only now. To try it yourself, use a private window: where somebody is signed in, it opens nothing.
      </p>
    </div>
  )
}
