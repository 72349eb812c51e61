'use client'

import type { PublicKeyCredentialCreationOptionsJSON } from '@simplewebauthn/browser'
import type { KeyboardEvent } from 'react'
import type { NewRecoveryCodes, PasskeyRow } from '../../users/secondFactor/secondFactorEndpoints.ts'
import { Button, toast } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { ask, wordsOf } from '../ask.ts'
import { moment } from '../moment.ts'
import { makePasskey } from './passkeys.ts'

interface Props {
  passkeys: PasskeyRow[]
  url: string
  onChanged: () => Promise<void>
  onCodes: (codes: string[]) => void
}

/** Lists the user's passkeys, adds one under a name, and removes them. */
export function PasskeyList({ passkeys, url, onChanged, onCodes }: Props) {
  const [name, setName] = useState('')
  const [isBusy, setBusy] = useState(false)
  const id = useId()

  async function act(work: () => Promise<void>) {
    setBusy(true)
    await work().catch((error: unknown) => toast.error(wordsOf(error)))
    await onChanged()
    setBusy(false)
  }

  async function add() {
    const options = await ask<PublicKeyCredentialCreationOptionsJSON>('POST', `${url}/passkey-options`)
    const response = await makePasskey(options)
    const { recoveryCodes } = await ask<NewRecoveryCodes>('POST', `${url}/passkeys`, { name, response })
    setName('')
    toast.success('The passkey was added.')
    if (recoveryCodes.length > 0)
      onCodes(recoveryCodes)
  }

  async function remove(passkey: PasskeyRow) {
    await ask('DELETE', `${url}/passkeys/${passkey.id}`)
    toast.success(`“${passkey.name}” was removed.`)
  }

  // This component is inside the document's form, and forms cannot be nested.
  function addWithEnter(event: KeyboardEvent) {
    if (event.key !== 'Enter')
      return
    event.preventDefault()
    if (name.trim() !== '')
      void act(add)
  }

  return (
    <div className="passkeys">
      <h3>Passkeys</h3>
      <p>This device, a phone or a security key stores a passkey and asks for your fingerprint or PIN. It replaces the code, and the password too.</p>
      {passkeys.length > 0 && (
        <ul>
          {passkeys.map(passkey => (
            <li key={passkey.id}>
              <span>
                {passkey.name}
                <small>{`Added ${moment(passkey.addedAt)}. ${passkey.lastUsedAt ? `Last used ${moment(passkey.lastUsedAt)}.` : 'Not used yet.'}`}</small>
              </span>
              <Button buttonStyle="secondary" size="small" margin={false} disabled={isBusy} aria-label={`Remove the passkey ${passkey.name}`} onClick={() => void act(() => remove(passkey))}>Remove</Button>
            </li>
          ))}
        </ul>
      )}
      <label htmlFor={id}>Name of a new passkey, such as “Work laptop”</label>
      <div className="second-factor__buttons">
        <input id={id} type="text" maxLength={60} value={name} onChange={event => setName(event.target.value)} onKeyDown={addWithEnter} />
        <Button buttonStyle="secondary" size="small" margin={false} disabled={isBusy || name.trim() === ''} onClick={() => void act(add)}>Add a passkey</Button>
      </div>
    </div>
  )
}
