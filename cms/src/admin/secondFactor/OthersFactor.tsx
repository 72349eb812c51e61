'use client'

import { Button, ConfirmationModal, toast, useModal } from '@payloadcms/ui'
import { ask, wordsOf } from '../ask.ts'
import { moment } from '../moment.ts'
import { FactorSection } from './FactorSection.tsx'
import { useSecondFactor } from './useSecondFactor.ts'

/** For administrators: removes the second factor of a user who has lost it. */
export function OthersFactor({ id, name }: { id: string, name: string }) {
  const { url, ...factor } = useSecondFactor(id)
  const { openModal } = useModal()
  const modal = `remove-factor-${id}`
  const { addedAt, passkeys = [] } = factor.state ?? {}

  const remove = () => ask('DELETE', url).then(
    () => toast.success(`${name} signs in with the password alone from now on.`),
    error => toast.error(wordsOf(error)),
  ).then(factor.look)

  return (
    <FactorSection {...factor}>
      {addedAt || passkeys.length > 0
        ? (
            <>
              <p>{`${addedAt ? `${name} has used an authenticator app since ${moment(addedAt)}.` : `${name} signs in with a passkey.`} Remove the second factor if phone, passkeys and recovery codes are lost, and only if you are sure who asks you to.`}</p>
              <Button buttonStyle="secondary" size="small" margin={false} onClick={() => openModal(modal)}>Remove the second factor</Button>
            </>
          )
        : <p>{`${name} has not set one up. They do that on the page of their account.`}</p>}
      <ConfirmationModal
        modalSlug={modal}
        heading={`Remove the second factor of ${name}?`}
        body="The app, the passkeys and the recovery codes work no more, and all their sessions end. The password stays as it is."
        confirmLabel="Remove it"
        confirmingLabel="Removing it…"
        onConfirm={remove}
      />
    </FactorSection>
  )
}
