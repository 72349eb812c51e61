'use client'

import type { NewRecoveryCodes, SecondFactorState, SetUp } from '../../users/secondFactor/secondFactorEndpoints.ts'
import { Button, toast } from '@payloadcms/ui'
import { useState } from 'react'
import { ask, wordsOf } from '../ask.ts'
import { moment } from '../moment.ts'
import { ConfirmSetUp } from './ConfirmSetUp.tsx'
import { FactorSection } from './FactorSection.tsx'
import { PasskeyList } from './PasskeyList.tsx'
import { RecoveryCodes } from './RecoveryCodes.tsx'
import { useSecondFactor } from './useSecondFactor.ts'

interface Props {
  id: string
  /** Called when the user has stored their recovery codes. */
  onDone?: () => void
}

/** Lets users set up their authenticator app and passkeys, create recovery codes, and turn the second factor off. */
export function OwnFactor({ id, onDone }: Props) {
  const { url, ...factor } = useSecondFactor(id)
  const [setUp, setSetUp] = useState<SetUp>()
  const [codes, setCodes] = useState<string[]>()
  const [isBusy, setBusy] = useState(false)

  async function act<Answer>(method: 'DELETE' | 'POST', path: string, then: (answer: Answer) => void) {
    setBusy(true)
    await ask<Answer>(method, url + path).then(then, error => toast.error(wordsOf(error)))
    await factor.look()
    setBusy(false)
  }

  const begin = () => void act('POST', '/totp', setSetUp)
  const makeCodes = () => void act<NewRecoveryCodes>('POST', '/recovery-codes', ({ recoveryCodes }) => setCodes(recoveryCodes))
  const turnOff = () => void act('DELETE', '', () => toast.success('The second factor is off. You sign in with your password alone.'))

  function confirmed({ recoveryCodes }: NewRecoveryCodes) {
    setSetUp(undefined)
    setCodes(recoveryCodes)
    void factor.look()
  }

  function stored() {
    setCodes(undefined)
    onDone?.()
  }

  return (
    <FactorSection {...factor}>
      {codes && <RecoveryCodes codes={codes} onStored={stored} />}
      {setUp && <ConfirmSetUp setUp={setUp} url={url} onConfirmed={confirmed} onCancel={() => setSetUp(undefined)} />}
      {factor.state && !codes && !setUp && (
        <>
          <Status state={factor.state} isBusy={isBusy} begin={begin} makeCodes={makeCodes} turnOff={turnOff} />
          <PasskeyList passkeys={factor.state.passkeys} url={url} onChanged={factor.look} onCodes={setCodes} />
        </>
      )}
    </FactorSection>
  )
}

interface StatusProps {
  state: SecondFactorState
  isBusy: boolean
  begin: () => void
  makeCodes: () => void
  turnOff: () => void
}

function Status({ state: { addedAt, passkeys, recoveryCodesLeft }, isBusy, begin, makeCodes, turnOff }: StatusProps) {
  const button = { buttonStyle: 'secondary', size: 'small', margin: false, disabled: isBusy } as const
  if (!addedAt && passkeys.length === 0) {
    return (
      <>
        <p>A second factor protects your account even if another person learns your password: signing in also needs a code from an authenticator app on your phone, or a passkey.</p>
        <Button {...button} onClick={begin}>Set up an authenticator app</Button>
      </>
    )
  }
  return (
    <>
      <p>
        {addedAt
          ? `On since ${moment(addedAt)}. You sign in with your password and a code from your authenticator app. `
          : 'You sign in with a passkey. '}
        {recoveryCodesLeft === 0
          ? <strong>You have no recovery codes left: make new ones now.</strong>
          : `${recoveryCodesLeft} recovery ${recoveryCodesLeft === 1 ? 'code is' : 'codes are'} left, for when phone and passkeys are lost.`}
      </p>
      <div className="second-factor__buttons">
        <Button {...button} onClick={makeCodes}>Make new recovery codes</Button>
        <Button {...button} onClick={begin}>{addedAt ? 'Set up another phone instead' : 'Set up an authenticator app'}</Button>
        <Button {...button} onClick={turnOff}>Turn it off</Button>
      </div>
    </>
  )
}
