'use client'

import { queryString } from '@masthead/shared/queryString'
import { Button, ConfirmationModal, toast, useAuth, useConfig, useDocumentInfo, useModal } from '@payloadcms/ui'
import { useRouter } from 'next/navigation'
import { useEffect, useId, useState } from 'react'
import { ask, wordsOf } from './ask.ts'

/** On the page of an enquiry: downloads every enquiry of its sender, and lets administrators delete them. */
export function SenderEnquiries() {
  const { data } = useDocumentInfo()
  return typeof data?.email === 'string' ? <Sender email={data.email} /> : null
}

function Sender({ email }: { email: string }) {
  const { config: { routes } } = useConfig()
  const { user } = useAuth()
  const { openModal } = useModal()
  const router = useRouter()
  const [count, setCount] = useState<number>()
  const heading = useId()
  const modal = 'delete-enquiries-of-sender'
  const url = `${routes.api}/enquiries/of-sender?email=${encodeURIComponent(email)}`
  const enquiries = count === undefined ? 'all enquiries' : enquiriesOf(count)

  useEffect(() => {
    const query = queryString({ where: { email: { contains: email } }, select: { email: true }, depth: 0, limit: 0 })
    ask<{ docs: { email: string }[] }>('GET', `${routes.api}/enquiries${query}`).then(
      // The export ignores the case of an address too.
      ({ docs }) => setCount(docs.filter(({ email: other }) => other.toLowerCase() === email.toLowerCase()).length),
      error => toast.error(wordsOf(error)),
    )
  }, [email, routes.api])

  const remove = () => ask<{ deleted: number }>('DELETE', url).then(({ deleted }) => {
    toast.success(`Deleted ${enquiriesOf(deleted)} of ${email}.`)
    router.push(`${routes.admin}/collections/enquiries`)
  }, error => void toast.error(wordsOf(error)))

  return (
    <section className="one-time-link" aria-labelledby={heading}>
      <h4 id={heading}>From this address</h4>
      <p>{count === undefined ? 'Counting what this address sent…' : `${email} sent ${enquiries}.`}</p>
      <div className="one-time-link__row">
        <Button el="anchor" url={url} buttonStyle="secondary" size="small" margin={false}>Download all</Button>
        {user?.role === 'admin' && <Button buttonStyle="secondary" size="small" margin={false} onClick={() => openModal(modal)}>Delete all…</Button>}
      </div>
      <ConfirmationModal
        modalSlug={modal}
        heading={`Delete ${enquiries} of ${email}?`}
        body="They cannot be brought back: enquiries have no trash. Download them first if you may need them."
        confirmLabel="Delete"
        confirmingLabel="Deleting…"
        onConfirm={remove}
      />
    </section>
  )
}

function enquiriesOf(count: number): string {
  return count === 1 ? 'one enquiry' : `${count} enquiries`
}
