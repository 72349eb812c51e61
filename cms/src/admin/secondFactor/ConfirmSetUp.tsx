'use client'

import type { KeyboardEvent } from 'react'
import type { NewRecoveryCodes, SetUp } from '../../users/secondFactor/secondFactorEndpoints.ts'
import { Button } from '@payloadcms/ui'
import { useEffect, useId, useRef, useState } from 'react'
import { ask, wordsOf } from '../ask.ts'

interface Props {
  setUp: SetUp
  url: string
  onConfirmed: (codes: NewRecoveryCodes) => void
  onCancel: () => void
}

/** Shows the secret to the user’s app, and asks for a code as proof that the app has it. */
export function ConfirmSetUp({ setUp: { key, qrCode }, url, onConfirmed, onCancel }: Props) {
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState<string>()
  const [isBusy, setBusy] = useState(false)
  const input = useRef<HTMLInputElement>(null)
  const id = useId()

  useEffect(() => input.current?.focus(), [])

  async function confirm() {
    setBusy(true)
    setProblem(undefined)
    await ask<NewRecoveryCodes>('POST', `${url}/totp/confirm`, { code }).then(onConfirmed, (error) => {
      setProblem(wordsOf(error))
      setBusy(false)
      input.current?.select()
    })
  }

  // This component is inside the document's form, and forms cannot be nested.
  function confirmWithEnter(event: KeyboardEvent) {
    if (event.key !== 'Enter')
      return
    event.preventDefault()
    void confirm()
  }

  return (
    <div className="second-factor__set-up">
      <svg className="second-factor__qr" viewBox={`0 0 ${qrCode.size} ${qrCode.size}`} shapeRendering="crispEdges" role="img" aria-label="QR code with the key below">
        <rect width="100%" height="100%" fill="#fff" />
        <path d={qrCode.path} fill="#000" />
      </svg>
      <ol>
        <li>
          Scan the QR code with an authenticator app, or type this key into it:
          <code className="second-factor__key">{key.match(/.{1,4}/g)?.join(' ')}</code>
        </li>
        <li>
          <label htmlFor={id}>Enter the six digits that the app shows</label>
          <input
            ref={input}
            id={id}
            type="text"
            inputMode="numeric"
            autoComplete="one-time-code"
            aria-describedby={`${id}-problem`}
            aria-invalid={problem !== undefined}
            value={code}
            onChange={event => setCode(event.target.value)}
            onKeyDown={confirmWithEnter}
          />
          <p id={`${id}-problem`} className="second-factor__problem" role="alert">{problem}</p>
        </li>
      </ol>
      <div className="second-factor__buttons">
        <Button size="small" margin={false} disabled={isBusy || code.trim() === ''} onClick={() => void confirm()}>Turn it on</Button>
        <Button buttonStyle="secondary" size="small" margin={false} onClick={onCancel}>Cancel</Button>
      </div>
    </div>
  )
}
