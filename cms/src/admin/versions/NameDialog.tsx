'use client'

import type { KeyboardEvent } from 'react'
import { Button } from '@payloadcms/ui'
import { useId, useState } from 'react'
import { MAX_NAME_LENGTH } from '../../drafts/versions/MAX_NAME_LENGTH.ts'
import { wordsOf } from '../ask.ts'
import { Dialog } from '../dialog/Dialog.tsx'

interface Props {
  slug: string
  title: string
  explanation: string
  label: string
  initialName?: string
  /** The label of the button that confirms. */
  action: string
  onConfirm: (name: string) => Promise<void>
  onClose: () => void
}

/** Asks for the name of a version, and stays open with the reason if it cannot be stored. */
export function NameDialog({ slug, title, explanation, label, initialName = '', action, onConfirm, onClose }: Props) {
  const [name, setName] = useState(initialName)
  const [problem, setProblem] = useState<string>()
  const [isBusy, setIsBusy] = useState(false)
  const id = useId()

  async function confirm() {
    setIsBusy(true)
    setProblem(undefined)
    try {
      await onConfirm(name.trim())
      onClose()
    }
    catch (error) {
      setProblem(wordsOf(error))
      setIsBusy(false)
    }
  }

  // The dialog may be inside the document's form, and forms cannot be nested.
  function confirmWithEnter(event: KeyboardEvent) {
    if (event.key !== 'Enter' || isBusy)
      return
    event.preventDefault()
    void confirm()
  }

  return (
    <Dialog slug={slug} title={title} initialFocus=".name-version input" onEscape={onClose}>
      <div className="name-version">
        <p>{explanation}</p>
        <label htmlFor={id}>{label}</label>
        <input
          id={id}
          type="text"
          maxLength={MAX_NAME_LENGTH}
          value={name}
          aria-describedby={`${id}-problem`}
          onChange={event => setName(event.target.value)}
          onKeyDown={confirmWithEnter}
        />
        <p id={`${id}-problem`} className="dialog__problem" role="alert">{problem}</p>
        <div className="dialog__buttons">
          <Button size="medium" margin={false} disabled={isBusy} onClick={() => void confirm()}>{action}</Button>
          <Button buttonStyle="secondary" size="medium" margin={false} onClick={onClose}>Cancel</Button>
        </div>
      </div>
    </Dialog>
  )
}
