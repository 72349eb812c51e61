'use client'

import type { FormEvent } from 'react'
import type { CodeQuestion } from './codePrompt.ts'
import { Button } from '@payloadcms/ui'
import { useState } from 'react'
import { wordsOf } from '../ask.ts'
import { Dialog } from '../dialog/Dialog.tsx'
import { codePrompt } from './codePrompt.ts'
import { askPasskey } from './passkeys.ts'

/** Asks for the code of the authenticator app, a recovery code, or a passkey, after the password was right. */
export function EnterCode({ problem: problemBefore, hasApp, passkeyOptions }: CodeQuestion) {
  const [kind, setKind] = useState<Kind>(hasApp ? 'app' : 'recovery')
  const [code, setCode] = useState('')
  const [problem, setProblem] = useState(problemBefore)
  const { label, help, other, ...input } = KINDS[kind]
  const cancel = () => codePrompt.answer(undefined)

  function submit(event: FormEvent) {
    event.preventDefault()
    // Keeps the form around the dialog from being submitted as well.
    event.stopPropagation()
    codePrompt.answer(code)
  }

  async function usePasskey() {
    setProblem(undefined)
    await askPasskey(passkeyOptions!).then(response => codePrompt.answer(JSON.stringify(response)), error => setProblem(wordsOf(error)))
  }

  function switchKind() {
    setKind(kind === 'app' ? 'recovery' : 'app')
    setCode('')
    document.querySelector<HTMLInputElement>(CODE)?.focus()
  }

  return (
    <Dialog slug="enter-code" title={passkeyOptions ? 'Confirm the sign-in' : 'Enter your code'} initialFocus={passkeyOptions ? PASSKEY : CODE} onEscape={cancel}>
      {passkeyOptions && (
        <div className="enter-code__passkey">
          <Button margin={false} onClick={() => void usePasskey()}>Use a passkey</Button>
        </div>
      )}
      <form className="sign-in-again" onSubmit={submit}>
        <p id="enter-code-help">{help}</p>
        <label htmlFor="enter-code-code">{label}</label>
        <input
          id="enter-code-code"
          type="text"
          required
          spellCheck={false}
          autoCapitalize="none"
          aria-describedby="enter-code-help enter-code-problem"
          aria-invalid={problem !== undefined}
          value={code}
          onChange={event => setCode(event.target.value)}
          {...input}
        />
        <p id="enter-code-problem" className="dialog__problem" role="alert">{problem}</p>
        <div className="dialog__buttons">
          <Button type="submit" margin={false}>Sign in</Button>
          <Button buttonStyle="secondary" margin={false} onClick={cancel}>Cancel</Button>
          {hasApp && <button type="button" className="text-button" onClick={switchKind}>{other}</button>}
        </div>
      </form>
    </Dialog>
  )
}

type Kind = 'app' | 'recovery'

const KINDS = {
  app: {
    label: 'Code from your authenticator app',
    help: 'Open the authenticator app on your phone and enter the six digits that it shows for this site.',
    other: 'Use a recovery code',
    autoComplete: 'one-time-code',
    inputMode: 'numeric',
  },
  recovery: {
    label: 'Recovery code',
    help: 'Enter one of the recovery codes that you stored when you set up your second factor. Each works once.',
    other: 'Use the app',
    autoComplete: 'off',
    inputMode: 'text',
  },
} as const satisfies Record<Kind, object>

const CODE = '#enter-code-code'
const PASSKEY = '.enter-code__passkey button'
